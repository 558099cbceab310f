package io.talktrack.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talktrack.SharedData;
import io.talktrack.call.Cue;
import io.talktrack.call.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * W3C's own cases, by the bytes of a file as ingest reads them: each cue count and value of file
 * parsing, each tree of cue text parsing. Of a tree counts what is said, by which voice and when.
 */
class TestWebVttSuite {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void filesAreParsedAsTheRecommendationSays() throws Exception {
    Path folder = SharedData.folder("webvtt_suites").resolve("wpt");
    JsonNode expected = JSON.readTree(folder.resolve("expected-file-parsing.json").toFile());
    List<String> failed = new ArrayList<>();
    int checks = 0;
    for (Map.Entry<String, JsonNode> file : expected.properties()) {
      Path path = folder.resolve("wpt-file-parsing").resolve(file.getKey() + ".vtt");
      List<VttCue> cues = cues(path);
      if (file.getValue().get("cues").isNumber()) {
        checks++;
        if (cues.size() != file.getValue().get("cues").intValue()) {
          failed.add(file.getKey() + " has " + cues.size() + " cues");
        }
      }

      for (JsonNode check : file.getValue().get("assertions")) {
        String field = check.get(1).asText();
        checks++;
        VttCue cue = cues.get(check.get(0).intValue());
        if (!value(cue, field).equals(unquoted(check.get(2).asText()))) {
          failed.add(file.getKey() + " " + check + " is " + value(cue, field));
        }
      }
    }

    System.out.printf("W3C file parsing: %d of %d%n", checks - failed.size(), checks);
    assertThat(failed).isEmpty();
    assertThat(checks).isEqualTo(101);
  }

  /** Browsers drop a cue whose time line is broken; its words were said, so they stay, untimed. */
  @Test
  void filesGiveTheirCuesAsTranscripts() throws Exception {
    Path folder = SharedData.folder("webvtt_suites").resolve("wpt/wpt-file-parsing");
    List<String> failed = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    Map<String, Integer> untimed = new TreeMap<>();
    int files = 0;
    for (Path path : files(folder)) {
      files++;
      String name = path.getFileName().toString().replace(".vtt", "");
      List<String> expected =
          cues(path).stream()
              .filter(cue -> !cue.text().isBlank())
              .map(cue -> said(cue.startMillis(), cue.endMillis(), cue.text()))
              .toList();
      List<Cue> cues = List.of();
      try {
        cues = TranscriptFormats.read(Files.readAllBytes(path), path.toString()).cues();
      } catch (UnreadableException e) {
        refused.add(name + " " + e.reason());
      }

      List<String> actual =
          cues.stream()
              .filter(cue -> cue.startMillis() != null)
              .map(cue -> said(cue.startMillis(), cue.endMillis(), cue.text()))
              .toList();
      if (!actual.equals(expected)) {
        failed.add("%s is %s, not %s".formatted(name, actual, expected));
      }
      if (cues.size() > actual.size()) {
        untimed.put(name, cues.size() - actual.size());
      }
    }

    System.out.printf("W3C files as transcripts: %d of %d%n", files - failed.size(), files);
    assertThat(failed).isEmpty();
    assertThat(files).isEqualTo(37);
    assertThat(refused)
        .containsExactly(
            "signature-bom EMPTY",
            "signature-no-newline EMPTY",
            "signature-space-no-newline EMPTY",
            "signature-space EMPTY",
            "signature-tab-no-newline EMPTY",
            "signature-tab EMPTY",
            "signature-timings EMPTY",
            "timings-eof TORN",
            "timings-garbage BAD_TIMES");
    assertThat(untimed)
        .containsOnly(
            Map.entry("nulls", 55),
            Map.entry("timings-60", 4),
            Map.entry("timings-too-long", 13),
            Map.entry("timings-too-short", 30),
            Map.entry("whitespace-chars", 1));
  }

  @Test
  void cuesNameTheRegionsThatTheirFileDefines() throws Exception {
    Path folder = SharedData.folder("webvtt_suites").resolve("wpt/wpt-file-parsing");

    assertThat(cues(folder.resolve("regions-id.vtt")))
        .extracting(VttCue::region)
        .containsExactly("foo", "bar", "id", null);
    assertThat(cues(folder.resolve("settings-region.vtt")))
        .extracting(VttCue::region)
        .containsExactly("foo", "bar", "bar", null, "foo", null, null, null, null);
  }

  @Test
  void cueTextsAreParsedAsTheRecommendationSays() throws Exception {
    Path folder = SharedData.folder("webvtt_suites").resolve("wpt/wpt-cue-parsing");
    List<String> failed = new ArrayList<>();
    int cases = 0;
    for (String name : List.of("entities", "tags", "text", "timestamps", "tree-building")) {
      for (JsonNode test : JSON.readTree(folder.resolve(name + ".json").toFile())) {
        cases++;
        byte[] file = inFile(test.get("text").asText());
        CueTree tree = CueTree.of(test.get("expectedTree").asText());
        CueText spoken = CueText.spoken(cues(file).get(0).text());
        if (!CueTree.of(spoken).equals(tree) || !spoken(file).equals(tree.cues())) {
          failed.add("%s %s is %s, %s".formatted(name, test.get("text"), spoken, spoken(file)));
        }
      }
    }

    System.out.printf("W3C cue texts: %d of %d%n", cases - failed.size(), cases);
    assertThat(failed).isEmpty();
    assertThat(cases).isEqualTo(77);
  }

  /** A tree of cue text as speech: each stretch of one voice, and where an inline time stands. */
  private record CueTree(List<CueText.Span> spans) {
    private static final Pattern TIME =
        Pattern.compile("<\\?timestamp (\\d+):(\\d+):(\\d+).(\\d+)>");

    static CueTree of(CueText text) {
      CueTree tree = new CueTree(new ArrayList<>());
      text.spans().forEach(span -> tree.add(span.voice(), span.atMillis(), span.text()));
      return tree;
    }

    static CueTree of(String tree) {
      CueTree read = new CueTree(new ArrayList<>());
      // by depth: an element hands its voice down
      List<String> voices = new ArrayList<>(Collections.nCopies(20, null));
      Long time = null;
      for (String line : tree.isEmpty() ? new String[0] : tree.split("\n(?=\\|)", -1)) {
        String node = line.substring(2).stripLeading();
        int depth = (line.length() - 2 - node.length()) / 2;
        Matcher stamp = TIME.matcher(node.strip());
        if (stamp.matches()) {
          time = TimeCode.millis(stamp, 1).getAsLong();
          read.add(voices.get(depth), time, "");
        } else if (node.startsWith("\"")) {
          read.add(voices.get(depth), null, node.stripTrailing().replaceAll("^\"|\"$", ""));
        } else if (node.startsWith("title=")) {
          voices.set(depth, node.strip().replaceAll("^title=\"|\"$", ""));
        } else if (node.startsWith("<")) {
          voices.set(depth + 1, voices.get(depth));
        }
      }

      return read;
    }

    private void add(String voice, Long time, String text) {
      CueText.Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      boolean continues = last != null && time == null && Objects.equals(last.voice(), voice);
      if (continues) {
        spans.set(spans.size() - 1, new CueText.Span(voice, last.atMillis(), last.text() + text));
      } else {
        spans.add(new CueText.Span(voice, time, text));
      }
    }

    /** What a transcript keeps: nothing where nothing is said. */
    List<String> cues() {
      List<String> cues = new ArrayList<>();
      int from = 0;
      for (int i = 1; i <= spans.size(); i++) {
        if (i == spans.size() || !Objects.equals(spans.get(i).voice(), spans.get(from).voice())) {
          List<CueText.Span> one = spans.subList(from, i);
          String text = one.stream().map(CueText.Span::text).collect(joining()).strip();
          String voice = one.get(0).voice() == null ? "" : one.get(0).voice();
          List<Long> times = one.stream().map(CueText.Span::atMillis).toList();
          boolean isTimed = times.stream().anyMatch(Objects::nonNull);
          if (!text.isBlank()) {
            cues.add("%s | %s | %s".formatted(voice, text, isTimed ? times : List.of()));
          }

          from = i;
        }
      }

      return cues;
    }
  }

  private static List<String> spoken(byte[] file) {
    try {
      return TranscriptFormats.read(file, "case.vtt").cues().stream()
          .map(
              cue ->
                  "%s | %s | %s"
                      .formatted(
                          cue.speaker() == null ? "" : cue.speaker(),
                          cue.text(),
                          cue.words().stream().map(Word::startMillis).toList()))
          .toList();
    } catch (UnreadableException e) {
      assertThat(e.reason()).isEqualTo(UnreadableException.Reason.EMPTY);
      return List.of();
    }
  }

  private static List<VttCue> cues(Path path) throws Exception {
    return cues(Files.readAllBytes(path));
  }

  private static List<VttCue> cues(byte[] content) throws UnreadableException {
    SourceText text = SourceBytes.decode(content, Limits.DEFAULT);
    return VttFile.cues(text.lines()).stream().filter(VttCue::isTimed).toList();
  }

  private static byte[] inFile(String text) {
    return ("WEBVTT\n\n00:00.000 --> 00:01.000\n" + text).getBytes(UTF_8);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String said(long startMillis, long endMillis, String text) {
    return "%d-%d %s".formatted(startMillis, endMillis, text.strip());
  }

  private static String value(VttCue cue, String field) {
    return switch (field) {
      case "id" -> cue.id();
      case "text" -> cue.text();
      case "startTime" -> String.valueOf(cue.startMillis() / 1000);
      case "endTime" -> String.valueOf(cue.endMillis() / 1000);
      case "region" -> String.valueOf(cue.region());
      case "align" -> setting(cue, "align:(?:start|center|end|left|right)", "center");
      default -> throw new IllegalArgumentException(field);
    };
  }

  /** Settings are kept as they stand; which of them a browser takes is the last valid one. */
  private static String setting(VttCue cue, String form, String none) {
    return Pattern.compile("[ \\t]+")
        .splitAsStream(cue.settings())
        .filter(setting -> setting.matches(form))
        .map(setting -> setting.substring(setting.indexOf(':') + 1))
        .reduce(none, (before, last) -> last);
  }

  private static String unquoted(String value) {
    String plain = value.replaceAll("^['\"]|['\"]$", "");
    return plain.replace("\\uFFFD", "\uFFFD");
  }
}
