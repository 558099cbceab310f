package io.talktrack.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a settings file says, it is read, or refused by the one documented exception. */
class TestDamagedSettings {
  private static final Map<String, String> ENVIRONMENT = Map.of("XDG_CACHE_HOME", "/caches");
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final int TRIES = 300;
  private static final String FULL =
      """
      input = "/data/inbox"
      company {
        time-zone = "Europe/London", currency = GBP, domains = ["Acme.example", "柠檬.example"]
        business-hours { start = "08:30", end = "16:00", days = [SUNDAY] }
      }
      ingest { turn-gap = 500ms, quarantine-limit = 0.2, max-file-size = 1 MiB }
      transcripts.columns { speaker = Talker, text = "Said|Text", start_ms = Beginn }
      crm {
        columns.accounts { account_id = "Id", "name" = "Account Name" }
        preset = hubspot, exports = full
        date-formats = ["dd/MM/yyyy"], decimal-style = comma, snapshot-date = "2026-09-30"
        won-stages = [signed], lost-stages = [gone], buying-roles { "Economic Buyer" = CHAMPION }
      }
      models { cache = "/m/cache", window-rows = 10, token-budget = 64, device = gpu }
      playbook.file = p.yaml
      report { folder = out, language = zh }
      spark { master = "local[3]", shuffle-partitions = 7, conf { spark.sql.ansi.enabled = true } }
      """;
  private static final List<String> WRONG =
      List.of(
          "null",
          "5",
          "-1",
          "1e999",
          "NaN",
          "99999999999999999999 TiB",
          "-3 days",
          "\"\"",
          "\"\\u0000\"",
          "[]",
          "[[], null, {}]",
          "{}",
          "{ a { b = 1 } }",
          "${}",
          "${none}",
          "${?none}",
          "${input}\"/x\"",
          "${company}",
          "true",
          "\"" + "y".repeat(5000) + "\"");
  private static final List<String> NAMES =
      List.of(
          "input",
          "company",
          "company.business-hours",
          "company.business-hours.days",
          "company.domains",
          "company.time-zone",
          "company.currency",
          "ingest",
          "ingest.turn-gap",
          "ingest.quarantine-limit",
          "ingest.max-file-size",
          "transcripts",
          "transcripts.columns",
          "transcripts.columns.text",
          "crm",
          "crm.columns",
          "crm.columns.accounts",
          "crm.date-formats",
          "crm.buying-roles",
          "crm.snapshot-date",
          "crm.preset",
          "models.cache",
          "models.device",
          "playbook",
          "playbook.file",
          "report.folder",
          "spark",
          "spark.conf",
          "spark.conf.x",
          "\"\"",
          "\"a b\".c",
          "nonsense");

  @TempDir private Path folder;

  @Test
  void bytesFlippedOrCutAreSettingsOrRefused() throws IOException {
    Random random = new Random(7);
    int read = 0;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      byte[] bytes = FULL.getBytes(UTF_8);
      for (int flip = random.nextInt(4); flip >= 0; flip--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      boolean isCut = random.nextInt(4) == 0;
      read += isRead(isCut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes) ? 1 : 0;
    }

    assertThat(read).isBetween(1, TRIES * 19 / 20);
  }

  @Test
  void valuesOfAnotherKindAreSettingsOrRefused() throws IOException {
    int read = 0;
    for (String name : NAMES) {
      for (String value : WRONG) {
        read += isRead((FULL + name + " = " + value + "\n").getBytes(UTF_8)) ? 1 : 0;
        read += isAssigned(name + "=" + value) ? 1 : 0;
      }
    }

    assertThat(read).isBetween(50, NAMES.size() * WRONG.size());
  }

  static List<String> hostile() {
    String doubled = "a0 = xxxxxxxxxx\n";
    List<String> lines = new ArrayList<>();
    for (int i = 1; i < 40; i++) {
      lines.add("a%d = ${a%d}${a%d}".formatted(i, i - 1, i - 1));
    }
    return List.of(
        "a = " + full("["),
        "a = " + "[".repeat(30_000) + "]".repeat(30_000),
        full("{"),
        full("a { "),
        full("a.") + "b = 1",
        "a = " + full("\"\"\""),
        "a = " + full("x "),
        "a = [" + full("1,") + "]",
        full("#"),
        full("\n"),
        full("a += 1\n"),
        full("a { b = 1 }\n"),
        doubled + String.join("\n", lines),
        "x".repeat(3_000_000));
  }

  /** As much as a settings file may hold. */
  private static String full(String repeated) {
    return repeated.repeat(65_000 / repeated.length());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void nothingTakesLongOrDeep(String text) {
    boolean isNothing = text.isBlank() || text.startsWith("#");
    assertTimeoutPreemptively(
        SHORT, () -> assertThat(isRead(text.getBytes(UTF_8))).isEqualTo(isNothing));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include \"file:/etc/passwd\"",
        "include url(\"http://localhost:1/a.conf\")",
        "include file(\"/etc/passwd\")",
        "include classpath(\"conf/talktrack.conf\")",
        "include \"other.conf\""
      })
  void noOtherFileOrPlaceIsReadFromASettingsFile(String line) throws IOException {
    Path file = Files.writeString(folder.resolve("my.conf"), line + "\nlake = here\n");

    assertThatThrownBy(() -> SettingsReader.read(Optional.of(file), List.of(), ENVIRONMENT))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("include");
  }

  @Test
  void anEnvironmentVariableStandsForItsValue() throws IOException {
    Path file = Files.writeString(folder.resolve("my.conf"), "lake = ${XDG_CACHE_HOME}/lake");

    assertThat(SettingsReader.read(Optional.of(file), List.of(), ENVIRONMENT).lake())
        .isEqualTo("/caches/lake");
  }

  private boolean isRead(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("my.conf"), content);
    try {
      SettingsReader.read(Optional.of(file), List.of(), ENVIRONMENT);
      return true;
    } catch (SettingsException refused) {
      assertThat(refused).hasMessageStartingWith("Cannot ");
      assertThat(refused.getMessage()).hasSizeLessThan(20_000);
      return false;
    }
  }

  private static boolean isAssigned(String assignment) {
    try {
      SettingsReader.read(Optional.empty(), List.of(assignment), ENVIRONMENT);
      return true;
    } catch (SettingsException refused) {
      assertThat(refused).hasMessageStartingWith("Cannot ");
      return false;
    }
  }
}
