package io.talktrack.playbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.talktrack.tracker.TrackerReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Definition files that are damaged, or made to harm, are read or refused, soon. */
class TestDamagedDefinitions {
  private static final int TRIES = 60;
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final Playbook PLAYBOOK =
      PlaybookReader.read(ConfFile.read("playbooks/default.yaml"));

  /** A file that is right, and what reads it. */
  private record Definition(String file, Consumer<String> reader) {}

  private static List<Definition> definitions() {
    return List.of(
        new Definition("playbooks/golden/en-clinic-discovery.yaml", TestDamagedDefinitions::golden),
        new Definition("trackers/default.yaml", TrackerReader::read),
        new Definition("playbooks/default.yaml", PlaybookReader::read));
  }

  private static void golden(String yaml) {
    GoldenCallReader.read(yaml, PLAYBOOK);
  }

  @Test
  void bytesFlippedOrCutAreADefinitionOrRefused() {
    Random random = new Random(11);
    int read = 0;
    for (Definition definition : definitions()) {
      byte[] whole = ConfFile.read(definition.file()).getBytes(UTF_8);
      for (int attempt = 0; attempt < TRIES; attempt++) {
        byte[] bytes = whole.clone();
        for (int flip = random.nextInt(3); flip >= 0; flip--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        boolean isCut = random.nextInt(4) == 0;
        byte[] damaged = isCut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
        read += isRead(new String(damaged, UTF_8), definition.reader()) ? 1 : 0;
      }
    }

    assertThat(read).isBetween(TRIES / 10, 3 * TRIES - TRIES / 10);
  }

  static Stream<String> hostile() {
    return Stream.of(
        "a: ".repeat(100_000),
        "[".repeat(300_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        "\n".repeat(300_000),
        "# ".repeat(100_000),
        "x".repeat(300_000) + ": 1",
        "\"" + "\\x41".repeat(100_000) + "\": 1",
        "stages:\n" + "  - x\n".repeat(100_000),
        "trackers: [" + "{},".repeat(100_000) + "]",
        fields(20_000),
        "turns: |\n" + "  line\n".repeat(100_000),
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "--- a\n".repeat(100_000),
        "? ".repeat(100_000),
        "x".repeat(1_100_000));
  }

  private static String fields(int count) {
    StringBuilder yaml = new StringBuilder();
    for (int no = 0; no < count; no++) {
      yaml.append("field").append(no).append(": 1\n");
    }
    return yaml.toString();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void nothingTakesLongOrDeep(String yaml) {
    assertTimeoutPreemptively(
        SHORT,
        () ->
            assertThat(definitions())
                .allSatisfy(definition -> assertThat(isRead(yaml, definition.reader())).isFalse()));
  }

  @Test
  void noTagNamesAClass() {
    for (Definition definition : definitions()) {
      assertThatThrownBy(
              () -> definition.reader().accept("name: !!java.net.URL [\"http://x.example\"]\n"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a tag or an alias: write the value itself");
    }
  }

  private static boolean isRead(String yaml, Consumer<String> reader) {
    try {
      reader.accept(yaml);
      return true;
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageStartingWith("Cannot use ");
      return false;
    }
  }
}
