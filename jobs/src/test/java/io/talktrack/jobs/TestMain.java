package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.jobs.forecast.Backfill;
import io.talktrack.monitoring.JobRun;
import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TestMain {
  private static final Map<String, String> KEY = Map.of(HmacKey.VARIABLE, "k".repeat(32));

  private static final DayRange YEARS =
      new DayRange(LocalDate.of(2021, 4, 1), LocalDate.of(2026, 4, 14));

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "ingest run",
        "ingest calls",
        "ingest emails",
        "understand turns",
        "understand emails",
        "understand calls",
        "coach insights",
        "forecast features"
      })
  void daysToWorkOutAnewReachTheStage(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
    arguments.addAll(List.of("--lake", lake(), "--from", "2021-04-01", "--to", "2026-04-14"));

    assertThat(run(KEY, arguments.toArray(String[]::new))).isZero();

    assertThat(stages.contexts())
        .isNotEmpty()
        .allMatch(context -> context.again().equals(Optional.of(YEARS)));
    assertThat(run(KEY, "ingest", "emails", "--lake", lake())).isZero();
    assertThat(stages.contexts().get(stages.contexts().size() - 1).again()).isEmpty();
  }

  @Test
  void daysThatMakeNoRangeAreAUsageError() {
    assertThat(features("--from", "2026-04-14", "--to", "2026-04-01")).isEqualTo(2);
    assertThat(screen.problems())
        .contains(
            "Cannot take the days from 2026-04-14 to 2026-04-01: the first is after the last. Give the earlier day by --from.");
    assertThat(features("--from", "2026-04-14")).isEqualTo(2);
    assertThat(features("--to", "2026-04-14")).isEqualTo(2);
    assertThat(screen.problems())
        .contains(
            "Cannot tell which days to work out anew: --from is given without --to. Give both, for one day twice the same.",
            "--to is given without --from.");
    assertThat(features("--from", "1.4.2026", "--to", "2026-02-30")).isEqualTo(2);
    assertThat(screen.problems())
        .contains("Invalid value for option '--from': '1.4.2026' is no day written as 2026-09-30");
    assertThat(run(KEY, "ingest", "crm", "--from", "2026-04-14", "--to", "2026-04-14"))
        .isEqualTo(2);
    assertThat(stages.contexts()).isEmpty();
  }

  @Test
  void featuresOfEveryDayOfARangeOrOfItsMondays() {
    assertThat(features()).isZero();
    assertThat(features("--mondays")).isZero();
    assertThat(features("--from", "2021-04-01", "--to", "2026-04-14")).isZero();
    assertThat(features("--from", "2021-04-01", "--to", "2026-04-14", "--mondays")).isZero();

    assertThat(stages.backfills())
        .containsExactly(
            Backfill.none(),
            Backfill.mondays(),
            Backfill.of(Optional.of(YEARS)),
            Backfill.mondays(Optional.of(YEARS)));
  }

  private int features(String... options) {
    List<String> arguments = new ArrayList<>(List.of("forecast", "features", "--lake", lake()));
    arguments.addAll(List.of(options));
    return run(KEY, arguments.toArray(String[]::new));
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
