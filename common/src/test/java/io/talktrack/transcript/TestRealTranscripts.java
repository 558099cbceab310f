package io.talktrack.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talktrack.SharedData;
import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.call.TurnDraft;
import io.talktrack.call.Turns;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every real file in scope, from the folders beside the project. */
class TestRealTranscripts {
  private static final List<String> FOLDERS =
      List.of(
          "asr_json",
          "otter_export",
          "podcast_transcript_suite",
          "srt_vtt_samples",
          "teams_vtt",
          "zoom_vtt");
  private static final Pattern NO_TRANSCRIPT =
      Pattern.compile("_parsed(?:_\\d+)?\\.json$|\\.schema\\.json$|\\.md$|\\.tsv$|tldr\\.json$");

  @Test
  void zoomTranscriptsKeepEveryCueAndItsName() throws Exception {
    int files = 0;
    int cues = 0;
    for (Path file : files(SharedData.folder("zoom_vtt"), ".vtt")) {
      Transcript transcript = read(file);
      long arrows =
          Files.readAllLines(file).stream().filter(line -> line.contains(" --> ")).count();
      assertThat(transcript.cues()).as(file.toString()).hasSize((int) arrows);
      assertThat(transcript.cues()).allMatch(cue -> cue.speaker() != null);
      files++;
      cues += transcript.cues().size();
    }

    assertThat(files).isEqualTo(24);
    assertThat(cues).isEqualTo(11278);
  }

  @Test
  void zoomChatsKeepEveryMessage() throws Exception {
    List<Path> chats = files(SharedData.folder("zoom_vtt"), "chat.txt");
    for (Path file : chats) {
      Transcript transcript = read(file);
      // records end with CR LF; line breaks within a message are LF alone
      long records = Files.readString(file).split("\r\n", -1).length - 1L;
      assertThat(transcript.format()).isEqualTo("zoom-chat");
      assertThat(transcript.cues()).as(file.toString()).hasSize((int) records);
      assertThat(transcript.cues()).allMatch(cue -> cue.channel().equals("chat"));
      assertThat(Turns.merge(transcript.cues())).isNotEmpty();
    }

    assertThat(chats).hasSize(11);
  }

  @Test
  void aMeetingsTranscriptAndChatAreOneConversation() throws Exception {
    Path root = SharedData.folder("zoom_vtt");
    Path meeting = root.resolve("acde/2026-03-12_232");
    List<Cue> cues = new ArrayList<>(read(meeting.resolve("transcript.vtt")).cues());
    cues.addAll(read(meeting.resolve("chat.txt")).cues());
    List<TurnDraft> turns = Turns.merge(cues);

    assertThat(CallName.conversationKey("acde/2026-03-12_232/transcript.vtt"))
        .isEqualTo(CallName.conversationKey("acde/2026-03-12_232/chat.txt"));
    assertThat(turns).extracting(TurnDraft::startMillis).isSorted();
    assertThat(turns).hasSizeLessThan(cues.size());
  }

  @Test
  void teamsFilesAreReadWhole() throws Exception {
    Map<String, List<String>> speakers = new TreeMap<>();
    for (Path file : files(SharedData.folder("teams_vtt"), ".vtt")) {
      speakers.put(
          file.getFileName().toString(),
          read(file).cues().stream().map(Cue::speaker).distinct().toList());
    }

    assertThat(speakers)
        .containsOnly(
            Map.entry("amuazm_example.vtt", List.of("EXAMPLE")),
            Map.entry("graph_api_doc_sample.vtt", List.of("User Name")),
            Map.entry(
                "teams_excerpt_names_changed.vtt",
                List.of("Ana Farías", "Person Two", "Person Three")));
  }

  @ParameterizedTest
  @CsvSource({
    "srt/ascii.srt, 3",
    "srt/gb2312.srt, 3",
    "webvtt-py/captions_with_bom.vtt, 4",
    "webvtt-py/comments.vtt, 3",
    "webvtt-py/cue_tags.vtt, 3",
    "webvtt-py/empty.vtt, EMPTY",
    "webvtt-py/invalid.vtt, 7",
    "webvtt-py/invalid_format1.srt, UNKNOWN_FORMAT",
    "webvtt-py/invalid_format2.srt, UNKNOWN_FORMAT",
    "webvtt-py/invalid_format3.srt, UNKNOWN_FORMAT",
    "webvtt-py/invalid_format4.srt, UNKNOWN_FORMAT",
    "webvtt-py/invalid_timeframe.srt, 5",
    "webvtt-py/invalid_timeframe.vtt, 7",
    "webvtt-py/invalid_timeframe_in_cue_text.vtt, 3",
    "webvtt-py/metadata_headers.vtt, 2",
    "webvtt-py/metadata_headers_multiline.vtt, 2",
    "webvtt-py/missing_caption_text.srt, 4",
    "webvtt-py/missing_caption_text.vtt, 4",
    "webvtt-py/missing_timeframe.srt, 5",
    "webvtt-py/missing_timeframe.vtt, 6",
    "webvtt-py/netflix_chicas_del_cable.vtt, 865",
    "webvtt-py/no_captions.vtt, EMPTY",
    "webvtt-py/one_caption.srt, 1",
    "webvtt-py/one_caption.vtt, 1",
    "webvtt-py/sample.srt, 5",
    "webvtt-py/sample.vtt, 16",
    "webvtt-py/styles.vtt, 1",
    "webvtt-py/using_identifiers.vtt, 6",
    "webvtt-py/youtube_dl.vtt, 4",
    "webvtt-py/invalid_format.sbv, UNKNOWN_FORMAT",
    "webvtt-py/invalid_timeframe.sbv, 5",
    "webvtt-py/missing_caption_text.sbv, 4",
    "webvtt-py/missing_timeframe.sbv, 5",
    "webvtt-py/sample.sbv, 5",
    "webvtt-py/two_captions.sbv, 2"
  })
  void peersSamplesGiveTheirCuesOrAReason(String file, String expected) throws Exception {
    assertThat(cuesOrReason(SharedData.folder("srt_vtt_samples").resolve(file)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "buzzcast.srt",
        "podcasting_20_episode_124.srt",
        "kde_express-16_kde_en_telegram.vtt",
        "podnews_daily_2024-01-25.vtt",
        "podnews_weekly_review_2024-01-19.vtt"
      })
  void podcastsReadAsTheirSuiteExpects(String name) throws Exception {
    Path folder = SharedData.folder("podcast_transcript_suite");
    Transcript transcript = read(folder.resolve(name));
    String parsed = name.replaceAll("\\.(srt|vtt)$", "_$1_parsed.json");
    JsonNode segments =
        new ObjectMapper().readTree(folder.resolve(parsed).toFile()).get("segments");

    assertThat(spoken(transcript)).containsExactlyElementsOf(spoken(segments));
  }

  @Test
  void theFileInGb2312KeepsItsCharacters() throws Exception {
    Path file = SharedData.folder("srt_vtt_samples").resolve("srt/gb2312.srt");
    String expected = Files.readString(file, Charset.forName("GB2312"));

    assertThat(read(file).cues()).allMatch(cue -> expected.contains(cue.text()));
  }

  @Test
  void ottersExportKeepsEveryParagraph() throws Exception {
    Path file = SharedData.folder("otter_export").resolve("55-git-and-github.txt");
    Transcript transcript = read(file);
    long headings =
        Files.readAllLines(file).stream().filter(line -> line.matches(".*  \\d+:\\d\\d  ")).count();

    assertThat(transcript.format()).isEqualTo("otter-text");
    assertThat(transcript.cues()).hasSize((int) headings);
    assertThat(transcript.cues().stream().map(Cue::speaker).distinct().sorted())
        .containsExactly("Ali", "Kelly", "Monica", "Monica Powell");
    assertThat(transcript.cues()).extracting(Cue::startMillis).isSorted();
  }

  /** Of the second the suite's parse gives each name to the paragraph before its own. */
  @ParameterizedTest
  @CsvSource({
    "buzzcast.html, 34, true",
    "podnews_weekly_review_2023-03-17.html, 9, false",
    "podcastindex_example.html, 10, true"
  })
  void podcastPagesReadAsTheirSuiteExpects(String name, int cues, boolean sameSpeakers)
      throws Exception {
    Path folder = SharedData.folder("podcast_transcript_suite");
    Transcript transcript = read(folder.resolve(name));
    assertThat(transcript.cues()).hasSize(cues);

    Path parsed = folder.resolve(name.replace(".html", "_html_parsed.json"));
    if (Files.exists(parsed)) {
      JsonNode segments = new ObjectMapper().readTree(parsed.toFile()).get("segments");
      for (int i = 0; i < cues; i++) {
        Cue cue = transcript.cues().get(i);
        JsonNode segment = segments.get(i);
        assertThat(cue.startMillis()).isEqualTo(segment.get("startTime").longValue() * 1000);
        assertThat(cue.text())
            .isEqualTo(segment.get("body").asText().replaceAll("\\s+", " ").replace("&amp;", "&"));
        assertThat(segment.get("speaker").asText().equals(cue.speaker()) || !sameSpeakers).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "podcastindex_example.srt, 222, Gilon Sarah Travis",
    "podcastindex_example.vtt, 7, Gillian Sarah",
    "buzzcast.srt, 488, Alban Dave Kevin Tom Travis",
  })
  void podcastsNameTheirSpeakers(String name, int cues, String speakers) throws Exception {
    Transcript transcript = read(SharedData.folder("podcast_transcript_suite").resolve(name));

    assertThat(transcript.cues()).hasSize(cues);
    assertThat(transcript.cues().stream().map(Cue::speaker).distinct().sorted())
        .containsExactly(speakers.split(" ", -1));
  }

  /** The suite takes the film's one "Subtitles:" for a speaker of all lines; here nobody speaks. */
  @Test
  void oneLabelInAFilmNamesNobody() throws Exception {
    Path folder = SharedData.folder("podcast_transcript_suite");
    Transcript transcript = read(folder.resolve("LaLaLand.vtt"));

    assertThat(transcript.cues()).hasSize(493);
    assertThat(transcript.cues()).extracting(Cue::speaker).containsOnlyNulls();
  }

  @Test
  void amazonsCallSaysWhoSpoke() throws Exception {
    Transcript call = read(SharedData.folder("asr_json").resolve("aws_pca_result_testfile.json"));

    assertThat(call.conversationId()).isEqualTo("stereo_std_1.mp3");
    assertThat(call.startedAt()).isEqualTo(Instant.parse("2021-11-25T13:35:14.215558Z"));
    assertThat(call.cues()).hasSize(12);
    assertThat(call.cues()).extracting(Cue::side).containsOnly(Speaker.REP, Speaker.CUSTOMER);
    assertThat(call.cues()).allMatch(cue -> !cue.words().isEmpty());
  }

  @Test
  void whispersWordsHaveTimes() throws Exception {
    Transcript call = read(SharedData.folder("asr_json").resolve("dgcap_whisper_timestamped.json"));

    assertThat(call.format()).isEqualTo("whisper-json");
    assertThat(call.cues()).allMatch(cue -> !cue.words().isEmpty());
    assertThat(call.cues().stream().flatMap(cue -> cue.words().stream()))
        .allMatch(word -> word.startMillis() != null && word.confidence() != null);
  }

  @Test
  void aMeetingsOtherJsonIsNotTakenForATranscript() throws Exception {
    List<Path> files = files(SharedData.folder("zoom_vtt"), ".json");

    for (Path file : files) {
      assertThat(cuesOrReason(file)).as(file.toString()).isEqualTo("UNKNOWN_FORMAT");
    }

    assertThat(files).isNotEmpty();
  }

  /** Summaries, change logs, expected parses and schemas lie beside them and are none. */
  @Test
  void everyTranscriptGivenIsReadOrRefusedWithItsReason() throws Exception {
    List<String> refused = new ArrayList<>();
    Map<String, Integer> formats = new TreeMap<>();
    int given = 0;
    for (String folder : FOLDERS) {
      for (Path file : files(SharedData.folder(folder), "")) {
        if (NO_TRANSCRIPT.matcher(file.toString()).find()) {
          continue;
        }

        given++;
        try {
          formats.merge(read(file).format(), 1, Integer::sum);
        } catch (UnreadableException e) {
          refused.add("%s %s".formatted(file.getFileName(), e.reason()));
        }
      }
    }

    System.out.printf(
        "real transcripts: %d of %d read, %d formats %s; refused %s%n",
        given - refused.size(), given, formats.size(), formats, refused);
    assertThat(refused)
        .containsExactlyInAnyOrder(
            // a summary, segments without words, and a reference text that is keyed by video
            "aws_bda-custom.json UNKNOWN_FORMAT",
            "bbc-kaldi_bbcKaldiSpeakerSegments.sample.json UNKNOWN_FORMAT",
            "openai_whisper_meanwhile.json UNKNOWN_FORMAT",
            // a peer's samples of what is empty or broken
            "empty.vtt EMPTY",
            "no_captions.vtt EMPTY",
            "invalid_format.sbv UNKNOWN_FORMAT",
            "invalid_format1.srt UNKNOWN_FORMAT",
            "invalid_format2.srt UNKNOWN_FORMAT",
            "invalid_format3.srt UNKNOWN_FORMAT",
            "invalid_format4.srt UNKNOWN_FORMAT");
    assertThat(given).isEqualTo(115);
  }

  private static List<String> spoken(Transcript transcript) {
    return transcript.cues().stream()
        .map(
            cue ->
                "%d-%d %s: %s"
                    .formatted(
                        cue.startMillis(),
                        cue.endMillis(),
                        cue.speaker() == null ? "" : cue.speaker(),
                        cue.text()))
        .toList();
  }

  private static List<String> spoken(JsonNode segments) {
    List<String> spoken = new ArrayList<>();
    for (JsonNode segment : segments) {
      spoken.add(
          "%d-%d %s: %s"
              .formatted(
                  Math.round(segment.get("startTime").doubleValue() * 1000),
                  Math.round(segment.get("endTime").doubleValue() * 1000),
                  segment.get("speaker").asText(),
                  segment.get("body").asText()));
    }

    return spoken;
  }

  private static String cuesOrReason(Path file) throws IOException {
    try {
      return String.valueOf(read(file).cues().size());
    } catch (UnreadableException e) {
      return e.reason().name();
    }
  }

  private static Transcript read(Path file) throws IOException, UnreadableException {
    return TranscriptFormats.read(Files.readAllBytes(file), file.toString());
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .toList();
    }
  }
}
