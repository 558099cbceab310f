package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.monitoring.JobRun;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class TestMain {
  private static final Map<String, String> KEY = Map.of(HmacKey.VARIABLE, "k".repeat(32));

  private static SparkSession spark;

  @TempDir private Path folder;

  private final Screen screen = new Screen();
  private FakeStages stages = new FakeStages(TestMain::wrote);

  @BeforeAll
  static void openSession() {
    spark = Sessions.open(SettingsReader.read(Optional.empty(), List.of(), Map.of()));
  }

  static Stream<CommandLine> everyCommand() {
    Launch launch = new Launch(new FakeStages(TestMain::wrote), new Screen().console(), Map.of());
    return leaves(Main.commands(launch));
  }

  private static Stream<CommandLine> leaves(CommandLine command) {
    return command.getSubcommands().isEmpty()
        ? Stream.of(command)
        : command.getSubcommands().values().stream().flatMap(TestMain::leaves);
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void helpTellsPurposeOptionsAnExampleAndExitStatuses(CommandLine command) {
    String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);

    assertThat(command.getCommandSpec().usageMessage().description()[0]).endsWith(".");
    assertThat(help)
        .contains("Options:\n", "--config=FILE", "--set=KEY=VALUE")
        .contains("Example:\n  " + command.getCommandSpec().qualifiedName())
        .contains("Exit status:\n", "75 ", "99 ");
  }

  @Test
  void helpIsNoError() {
    assertThat(run(Map.of(), "--help")).isZero();
    assertThat(screen.output()).contains("ingest", "understand", "doctor");
  }

  @Test
  void aMisspeltCommandOrOptionIsAnsweredWithTheRightOne() {
    assertThat(run(Map.of(), "ingset", "calls")).isEqualTo(2);
    assertThat(screen.problems()).contains("Did you mean", "ingest");

    assertThat(run(Map.of(), "run", "--confg", "x")).isEqualTo(2);
    assertThat(screen.problems()).contains("--config");
  }

  @Test
  void aNounAloneIsAUsageError() {
    assertThat(run(Map.of(), "ingest")).isEqualTo(2);
    assertThat(screen.problems()).contains("See `talktrack ingest --help`.");
  }

  @Test
  void thePageOfColumnsIsWhatTheCommandPrints() throws IOException {
    assertThat(run(Map.of(), "maintain", "tables", "--columns")).isZero();

    String page = Files.readString(Path.of("../common/docs/tables.md"));
    assertThat(page.substring(page.indexOf("\n## ")).strip()).isEqualTo(screen.output().strip());
    assertThat(screen.output()).contains("## silver.turns", "| `call_date` | date |");
  }

  @Test
  void withoutAKeyNothingIsRead() {
    assertThat(run(Map.of(), "ingest", "calls")).isEqualTo(2);
    assertThat(screen.problems())
        .contains("TALKTRACK_HMAC_KEY has 0 characters")
        .contains("export TALKTRACK_HMAC_KEY=$(openssl rand -hex 32)");
    assertThat(stages.contexts()).isEmpty();
  }

  @Test
  void aStageRunsAndIsKeptInTheLake() {
    assertThat(run(KEY, "ingest", "calls", "--lake", lake(), "--day", "2026-04-14")).isZero();

    assertThat(screen.output()).startsWith("[1/1] ingest calls … did ingest calls (");
    assertThat(stages.contexts().get(0).day()).contains(LocalDate.of(2026, 4, 14));
    assertThat(stages.contexts().get(0).key().bytes()).hasSize(32);
    assertThat(new Lake(spark, lake()).read(Tables.JOB_RUNS).collectAsList())
        .extracting(JobRun::job)
        .containsExactly("ingest calls");
  }

  @Test
  void nothingToDoIs99ForAStageAndLeavesNoLake() {
    stages = new FakeStages(TestMain::nothing);

    assertThat(run(KEY, "ingest", "run", "--lake", lake())).isEqualTo(99);
    assertThat(run(KEY, "run", "--lake", lake())).isZero();
    assertThat(screen.output()).contains("Nothing to do: everything is up to date.");
    assertThat(Path.of(lake())).doesNotExist();
  }

  @Test
  void theDemoNeedsNoKeyAndReadsTheSamplesBesideTheLauncher() throws Exception {
    Files.createDirectories(folder.resolve("data-samples"));
    System.setProperty("talktrack.home", folder.toString());
    try {
      assertThat(run(Map.of(), "demo", "--set", "report.language=zh")).isZero();
    } finally {
      System.clearProperty("talktrack.home");
    }

    Context context = stages.contexts().get(0);
    assertThat(context.settings().input()).isEqualTo(folder.resolve("data-samples").toString());
    assertThat(context.settings().lake()).isEqualTo(folder.resolve("lake/demo").toString());
    assertThat(context.settings().report().language()).isEqualTo(Settings.Language.ZH);
    assertThat(context.settings().company().domains()).containsExactly("lumenfold.example");
    assertThat(context.day()).contains(LocalDate.of(2026, 9, 30));
    assertThat(screen.output()).startsWith("The demo's pseudonyms are made with a public key");
  }

  @Test
  void wrongSettingsAreAUsageError() {
    assertThat(run(KEY, "run", "--set", "report.langage=zh")).isEqualTo(2);
    assertThat(screen.problems()).contains("Did you mean report.language?");
  }

  @Test
  void everyTableIsPrinted() {
    assertThat(run(Map.of(), "maintain", "tables")).isZero();
    assertThat(screen.output())
        .contains("| `silver.turns` | One row per uninterrupted stretch of speech")
        .contains("| call_id, turn_no | by call_date |")
        .contains("| `ops.job_runs` |");
  }

  private String lake() {
    return folder.resolve("lake").toString();
  }

  private int run(Map<String, String> environment, String... args) {
    return Main.run(args, stages, screen.console(), environment);
  }

  private static Outcome wrote(String job) {
    return new Outcome.Wrote("did " + job, List.of());
  }

  private static Outcome nothing(String job) {
    return new Outcome.NothingToDo("nothing new for " + job);
  }
}
