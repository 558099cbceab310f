package io.talktrack.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talktrack.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** W3C's own cases: each cue count and value of file parsing, each tree of cue text parsing. */
class TestWebVttSuite {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TREE_TEXT =
      Pattern.compile("\\|\\s*\"(.*?)\"(?=\\n\\||\\n$)", Pattern.DOTALL);
  private static final Pattern TREE_TIME = Pattern.compile("<\\?timestamp ([\\d:.]+)>");
  private static final Pattern TREE_VOICE = Pattern.compile("title=\"(.+)\"");

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

    assertThat(failed).isEmpty();
    assertThat(checks).isEqualTo(101);
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
        String raw = inFile(test.get("text").asText());
        CueText actual = CueText.parse(raw);
        String tree = test.get("expectedTree").asText();
        if (!String.join("", found(TREE_TEXT, tree)).equals(text(actual))
            || !found(TREE_TIME, tree).equals(times(actual))
            || !found(TREE_VOICE, tree).equals(voices(actual))) {
          failed.add(name + " " + test.get("text") + " is " + actual);
        }
      }
    }

    assertThat(failed).isEmpty();
    assertThat(cases).isEqualTo(77);
  }

  private static List<VttCue> cues(Path path) throws IOException {
    String text = Files.readString(path, UTF_8);
    // the mark is taken off before a format sees the text, and zero bytes never get that far
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return VttFile.cues(unmarked.lines().toList()).stream().filter(VttCue::isTimed).toList();
  }

  /** The text as it comes out of a file: cut at a blank line, zero bytes replaced. */
  private static String inFile(String text) {
    String file = "WEBVTT\n\n00:00.000 --> 00:01.000\n" + text;
    return VttFile.cues(file.lines().toList()).get(0).text();
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

  private static List<String> found(Pattern pattern, String tree) {
    return pattern.matcher(tree).results().map(result -> result.group(1)).toList();
  }

  private static String text(CueText cue) {
    StringBuilder text = new StringBuilder();
    cue.spans().forEach(span -> text.append(span.text()));
    return text.toString();
  }

  private static List<String> times(CueText cue) {
    return cue.spans().stream()
        .map(CueText.Span::atMillis)
        .filter(Objects::nonNull)
        .map(
            at ->
                String.format(
                    Locale.ROOT,
                    "%02d:%02d:%02d.%03d",
                    at / 3_600_000,
                    at / 60_000 % 60,
                    at / 1000 % 60,
                    at % 1000))
        .toList();
  }

  private static List<String> voices(CueText cue) {
    return cue.spans().stream()
        .map(CueText.Span::voice)
        .filter(voice -> voice != null && !voice.isEmpty())
        .distinct()
        .toList();
  }
}
