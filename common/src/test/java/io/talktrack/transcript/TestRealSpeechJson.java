package io.talktrack.transcript;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talktrack.SharedData;
import io.talktrack.call.Cue;
import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file that real speech services wrote, from the folders beside the project. */
class TestRealSpeechJson {
  @ParameterizedTest
  @CsvSource({
    "amazon-transcribe_amazonTranscribe.sample.json, amazon-transcribe, 1791, ''",
    "amazon-transcribe_todayinfocuswords.sample.json, amazon-transcribe, 4, spk_0 spk_1",
    "autoEdit2_autoEdit2TedTalkTranscript.sample.json, autoedit, 1721, ''",
    "aws_bda-standard.json, amazon-bedrock, 737, spk_0 spk_1",
    "aws_pca_result_testfile.json, amazon-post-call-analytics, 94, Agent Customer",
    "azure_realtimeresult.json, azure-speech, 0, Speaker 0 Speaker 1",
    "azure_summarizationInputSample.json, azure-speech, 0, Speaker 1 Speaker 2",
    "azure_transcriptSample.json, azure-speech, 11, Speaker 1 Speaker 2",
    "bbc-kaldi_bbcKaldiTranscriptWithSpeakerSegments.sample.json, bbc-kaldi, 1712, S10 S12",
    "bbc-kaldi_kaldiTedTalkTranscript.sample.json, bbc-kaldi, 1712, ''",
    "dgcap_assemblyai_transcription.json, assemblyai, 60, A",
    "dgcap_dg_transcription.json, deepgram, 62, ''",
    "dgcap_dg_utterances.json, deepgram, 62, ''",
    "dgcap_dg_whisper_transcription.json, deepgram, 59, ''",
    "dgcap_whisper_timestamped.json, whisper-json, 59, ''",
    "digital-paper-edit_digitalPaperEdit.sample.json, digital-paper-edit, 1454, F_S10 F_S12",
    "digital-paper-edit_draftJs.sample.json, draftjs, 1710, F_S10 F_S12",
    "google-stt_gcpStt.sample.json, google-speech, 1767, ''",
    "google-stt_gcpSttPunctuation.sample.json, google-speech, 1767, ''",
    "speechmatics_speechmaticsTedTalkTranscript.sample.json, speechmatics-words, 1791, F2 F3 F4"
  })
  void everyServicesWordsAndSpeakersAreKept(String file, String format, long words, String speakers)
      throws Exception {
    Transcript transcript = read("asr_json", file);

    assertThat(transcript.format()).isEqualTo(format);
    assertThat(transcript.cues().stream().mapToLong(cue -> cue.words().size()).sum())
        .isEqualTo(words);
    assertThat(
            transcript.cues().stream()
                .map(Cue::speaker)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .collect(joining(" ")))
        .isEqualTo(speakers);
    assertThat(transcript.cues()).extracting(Cue::startMillis).isSorted();
  }

  /** The services write the whole text beside the words; the cues must come to the same. */
  @ParameterizedTest
  @CsvSource({
    "amazon-transcribe_amazonTranscribe.sample.json, /results/transcripts/0/transcript",
    "aws_bda-standard.json, /audio/transcript/representation/text",
    "azure_summarizationInputSample.json, /combinedRecognizedPhrases/0/display",
    "azure_transcriptSample.json, /combinedRecognizedPhrases/0/display",
    "bbc-kaldi_bbcKaldiTranscriptWithSpeakerSegments.sample.json, /retval/punct",
    "bbc-kaldi_kaldiTedTalkTranscript.sample.json, /retval/punct",
    "dgcap_assemblyai_transcription.json, /text",
    "dgcap_dg_transcription.json, /results/channels/0/alternatives/0/transcript",
    "dgcap_dg_utterances.json, /results/channels/0/alternatives/0/transcript",
    "dgcap_dg_whisper_transcription.json, /results/channels/0/alternatives/0/transcript",
    "dgcap_whisper_timestamped.json, /text"
  })
  void theCuesAreTheServicesOwnText(String file, String pointer) throws Exception {
    String whole = json("asr_json", file).at(pointer).asText();

    assertThat(text(read("asr_json", file))).isEqualTo(onOneLine(whole));
  }

  @Test
  void bedrocksMarksStandWithTheirWords() throws Exception {
    assertThat(read("asr_json", "aws_bda-standard.json").cues())
        .allMatch(
            cue -> cue.words().stream().map(Word::text).collect(joining(" ")).equals(cue.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws_bda-custom.json",
        "azure_transcriptionresult_v2024-11-15.schema.json",
        "azure_transcriptionresult_v3.schema.json",
        "bbc-kaldi_bbcKaldiSpeakerSegments.sample.json",
        "openai_whisper_meanwhile.json"
      })
  void whatIsNoTranscriptIsNotTakenForOne(String file) throws Exception {
    byte[] content = Files.readAllBytes(SharedData.folder("asr_json").resolve(file));

    assertThatThrownBy(() -> TranscriptFormats.read(content, file))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: UNKNOWN_FORMAT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"buzzcast", "podnews_weekly_review_2023-05-05_combine_speaker"})
  void podcastCaptionsAreCuesAsTheirSuiteExpects(String name) throws Exception {
    String folder = "podcast_transcript_suite";
    String source = name.replace("_combine_speaker", "");
    JsonNode segments = json(folder, name + "_json_parsed.json").get("segments");
    Transcript transcript = read(folder, source + ".json");
    Transcript again = read(folder, name + "_json_parsed.json");

    assertThat(again.cues()).hasSize(segments.size());
    assertThat(text(transcript)).isEqualTo(bodies(segments));
    assertThat(text(again)).isEqualTo(bodies(segments));
  }

  @Test
  void eachPodcastCaptionIsACue() throws Exception {
    String folder = "podcast_transcript_suite";
    JsonNode segments = json(folder, "buzzcast_json_parsed.json").get("segments");
    Transcript transcript = read(folder, "buzzcast.json");

    for (int i = 0; i < segments.size(); i++) {
      JsonNode expected = segments.get(i);
      Cue cue = transcript.cues().get(i);
      assertThat(cue.text()).isEqualTo(expected.get("body").asText());
      assertThat(cue.speaker()).isEqualTo(expected.get("speaker").asText());
      assertThat(cue.startMillis())
          .isEqualTo(Math.round(expected.get("startTime").asDouble() * 1000));
      assertThat(cue.endMillis()).isEqualTo(Math.round(expected.get("endTime").asDouble() * 1000));
    }

    assertThat(transcript.cues()).hasSize(segments.size());
  }

  @ParameterizedTest
  @CsvSource({
    "how_to_start_a_podcast, _json_combine_speaker_parsed, 2383",
    "podnews_weekly_review_2023-06-02, _json_parsed, 18"
  })
  void aPodcastsSingleWordsBecomeSentencesAndKeepTheirTimes(String name, String parsed, int words)
      throws Exception {
    String folder = "podcast_transcript_suite";
    Transcript transcript = read(folder, name + ".json");

    // the suite joins an amount of money to the word before it
    String expected =
        bodies(json(folder, name + parsed + ".json").get("segments"))
            .replaceAll("(?<=\\S)\\$", " \\$");

    assertThat(text(transcript)).isEqualTo(expected);
    assertThat(transcript.cues().stream().flatMap(cue -> cue.words().stream()))
        .hasSize(words)
        .allMatch(word -> word.startMillis() != null && word.endMillis() != null);
  }

  @Test
  void subtitlesInWholeNumbersAreInMilliseconds() throws Exception {
    Transcript transcript = read("podcast_transcript_suite", "LaLaLand.json");
    Transcript captions = read("podcast_transcript_suite", "LaLaLand.vtt");

    assertThat(transcript.format()).isEqualTo("caption-list");
    assertThat(transcript.cues()).hasSameSizeAs(captions.cues());
    assertThat(transcript.cues())
        .extracting(Cue::startMillis)
        .isEqualTo(captions.cues().stream().map(Cue::startMillis).toList());
  }

  private static String bodies(JsonNode segments) {
    return onOneLine(
        StreamSupport.stream(segments.spliterator(), false)
            .map(segment -> segment.get("body").asText())
            .collect(joining(" ")));
  }

  private static String text(Transcript transcript) {
    return onOneLine(transcript.cues().stream().map(Cue::text).collect(joining(" ")));
  }

  private static String onOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static JsonNode json(String folder, String file) throws IOException {
    return new ObjectMapper().readTree(SharedData.folder(folder).resolve(file).toFile());
  }

  private static Transcript read(String folder, String file)
      throws IOException, UnreadableException {
    byte[] content = Files.readAllBytes(SharedData.folder(folder).resolve(file));
    return TranscriptFormats.read(content, file);
  }
}
