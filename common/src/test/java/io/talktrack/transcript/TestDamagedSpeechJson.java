package io.talktrack.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talktrack.LinearTime;
import io.talktrack.SharedData;
import io.talktrack.call.Cue;
import io.talktrack.transcript.UnreadableException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cut and wrong-typed JSON ends in a transcript or in a reason, never in anything else. */
class TestDamagedSpeechJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int SWAPS = 300;
  private static final int CUTS_OF_A_REAL_FILE = 12;
  private static final List<String> WRONG =
      List.of(
          "null",
          "true",
          "5",
          "-1",
          "1e300",
          "1e999",
          "\"\"",
          "\"x\"",
          "\"NaN\"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[5]",
          "{\"a\": 1}",
          "\"" + "y".repeat(2000) + "\"");

  @Test
  void aCutFileIsNeverReadAsIfItWereWhole() {
    for (String fixture : fixtures()) {
      byte[] whole = fixture.strip().getBytes(UTF_8);
      for (int length = 1; length < whole.length; length++) {
        assertRefused(Arrays.copyOf(whole, length));
      }
    }
  }

  @Test
  void realFilesMayBeCutToo() throws Exception {
    Random random = new Random(20261122);
    try (Stream<Path> files = Files.list(SharedData.folder("asr_json"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
        byte[] whole = Files.readString(file).strip().getBytes(UTF_8);
        for (int cut = 0; cut < CUTS_OF_A_REAL_FILE; cut++) {
          assertRefused(Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)));
        }
      }
    }
  }

  @Test
  void valuesOfAnotherTypeEndInATranscriptOrAReason() throws Exception {
    Random random = new Random(42);
    Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
    int read = 0;
    for (String fixture : fixtures()) {
      for (int swap = 0; swap < SWAPS; swap++) {
        JsonNode tree = JSON.readTree(fixture);
        swapOne(tree, random);
        try {
          assertThat(TranscriptFormats.read(JSON.writeValueAsBytes(tree), "swap").cues())
              .isNotEmpty();
          read++;
        } catch (UnreadableException e) {
          refused.merge(e.reason(), 1, Integer::sum);
        }
      }
    }

    // swaps that are never refused, or always, would mean that the cases test nothing
    assertThat(read).isGreaterThan(SWAPS);
    assertThat(refused)
        .containsKeys(Reason.MALFORMED, Reason.BAD_TIMES, Reason.EMPTY, Reason.UNKNOWN_FORMAT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'results': {'items': [{'alternatives': [{'content': 'a'}]} "
            + "| {'type': 'punctuation', 'alternatives': [{'content': '!'}]} | ]}}",
        "{'results': [{'type': 'word', 'alternatives': [{'content': 'a'}]} "
            + "| {'type': 'punctuation', 'attaches_to': 'both', 'alternatives': [{'content': '-'}]}"
            + "| ]}",
        "{'results': [{'type': 'word', 'alternatives': [{'content': 'a'}]} "
            + "| {'type': 'punctuation', 'attaches_to': 'next', 'alternatives': [{'content': '-'}]}"
            + "| ]}",
        "{'segments': [{'startTime': 1, 'body': ' '} | {'startTime': 1, 'body': 'a'} | ]}",
        "{'words': [{'name': 'a', 'time': '1'} | {'name': '.', 'time': '1'} | ]}"
      })
  void runsOfMarksAndJoinedWordsAreReadInLinearTime(String start, String repeated, String end) {
    LinearTime.assertLinear(
        40_000,
        count -> (start + (", " + repeated).repeat(count) + end).replace('\'', '"').getBytes(UTF_8),
        json ->
            assertThat(cues(json))
                .isNotEmpty()
                .flatExtracting(Cue::words)
                .allMatch(word -> word.text().length() <= 1000));
  }

  private static List<Cue> cues(byte[] json) {
    try {
      return TranscriptFormats.read(json, "long").cues();
    } catch (UnreadableException refused) {
      throw new AssertionError(refused);
    }
  }

  private static List<String> fixtures() {
    List<String> fixtures = new ArrayList<>(SpeechFixtures.ALL);
    TranscriptFormats.all().stream()
        .map(TranscriptFormat::example)
        .filter(TestDamagedSpeechJson::isOneDocument)
        .forEach(fixtures::add);
    return fixtures;
  }

  private static boolean isOneDocument(String text) {
    try {
      return JSON.readTree(text).isContainerNode();
    } catch (JsonProcessingException noJson) {
      return false;
    }
  }

  private static void assertRefused(byte[] cut) {
    assertThatThrownBy(() -> TranscriptFormats.read(cut, "cut"))
        .as(() -> new String(cut, 0, Math.min(80, cut.length), UTF_8) + " cut at " + cut.length)
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: ");
  }

  /** Another value in one place, chosen by walking down until chance says stop. */
  private static void swapOne(JsonNode tree, Random random) throws Exception {
    JsonNode parent = tree;
    while (true) {
      List<JsonNode> inner = new ArrayList<>();
      parent.forEach(inner::add);
      inner.removeIf(child -> !child.isContainerNode() || child.isEmpty());
      if (inner.isEmpty() || random.nextInt(5) == 0) {
        break;
      }

      parent = inner.get(random.nextInt(inner.size()));
    }

    JsonNode wrong = JSON.readTree(WRONG.get(random.nextInt(WRONG.size())));
    if (parent instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      object.set(names.get(random.nextInt(names.size())), wrong);
    } else if (parent instanceof ArrayNode array) {
      array.set(random.nextInt(array.size()), wrong);
    }
  }
}
