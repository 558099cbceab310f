package io.talktrack.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a settings file or an assignment of the command line says, it is read or refused by the
 * one documented exception. In a build the seeds made here are tried; CONTRIBUTING tells how to
 * search on.
 */
class TestSettingsFuzz {
  private static final Map<String, String> ENVIRONMENT = Map.of("XDG_CACHE_HOME", "/caches");

  @TempDir private static Path folder;

  static Stream<byte[]> files() throws IOException {
    return Stream.concat(
        Stream.of(
                "lake = ${XDG_CACHE_HOME}\"/lake\", input = ${?NONE}",
                "include \"other.conf\"",
                "company { domains = [a.example], business-hours { start = \"25:00\" } }",
                "crm.columns { accounts { account_id = Id }, nonsense.x = y }",
                "transcripts.columns { text = \"Said|Text\", text = null }",
                "ingest { turn-gap = -3 days, quarantine-limit = NaN, max-file-size = 1e999 }",
                "models.gpu = 5, spark { conf { \"a b\".c = [1] } }",
                "report.folder = \"\\u0000\"",
                "company.time-zone = \"\"\"torn",
                "a = ${a}, b = [${c}], c = ${b}",
                "input = é\ufffd\0")
            .map(text -> text.getBytes(UTF_8)),
        Stream.of(defaults(), new byte[] {(byte) 0xff, (byte) 0xfe, '=', 0}));
  }

  @MethodSource("files")
  @FuzzTest
  void bytesAreSettingsOrRefused(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("my.conf"), content);

    readOrRefuse(Optional.of(file), List.of());
  }

  static Stream<byte[]> assignments() {
    return Stream.of(
            "report.language=zh",
            "company.domains=[\"a.example\"]",
            "company={domains=[a.example]}",
            "crm.columns={accounts={account_id=${a}}}",
            "spark.conf.\"a b\"=1",
            "lake=//x",
            "a..b=1",
            "=1",
            "input",
            "\"=[",
            "ingest.max-file-size=${input}")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("assignments")
  @FuzzTest
  void textIsAnAssignmentOrRefused(byte[] content) {
    readOrRefuse(Optional.empty(), List.of(new String(content, UTF_8)));
  }

  private static void readOrRefuse(Optional<Path> file, List<String> assignments) {
    try {
      assertThat(SettingsReader.read(file, assignments, ENVIRONMENT).lake()).isNotNull();
    } catch (SettingsException refused) {
      assertThat(refused).hasMessageStartingWith("Cannot ");
    }
  }

  private static byte[] defaults() throws IOException {
    try (InputStream in = Settings.class.getResourceAsStream("/conf/talktrack.conf")) {
      return in.readAllBytes();
    }
  }
}
