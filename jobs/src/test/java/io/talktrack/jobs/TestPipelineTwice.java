package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.inference.CachedInference;
import io.talktrack.sentiment.EmailLabel;
import io.talktrack.sentiment.TurnLabel;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every stage on one lake again and again: what is there already costs nothing. */
@Tag("slow")
class TestPipelineTwice {
  @TempDir private Path folder;

  @Test
  void aSecondRunFindsNothingToDoAndChangesNothing() throws IOException {
    WholeRun run = WholeRun.done().copyTo(folder);
    Map<String, List<String>> before = run.content();

    assertThat(run.run()).contains("Nothing to do: everything is up to date.");
    assertThat(run.newRuns()).isEmpty();
    assertThat(run.content()).isEqualTo(before);
  }

  @Test
  void labelsThatWereLostComeBackWithoutAForwardPass() throws IOException {
    WholeRun run = WholeRun.done().copyTo(folder);
    Map<String, List<String>> before = run.content();
    delete(run, Tables.TURN_LABELS);
    delete(run, Tables.EMAIL_LABELS);
    assertThat(run.content()).isNotEqualTo(before);

    run.run();

    Map<String, Map<String, Long>> counters = run.newRuns();
    for (String job : List.of("understand turns", "understand emails")) {
      assertThat(counters.get(job)).containsEntry("texts", 0L).containsEntry("forward_passes", 0L);
    }
    assertThat(run.content()).isEqualTo(before);
  }

  @Test
  void wordsThatAreAskedForAreStoredAgainWithoutAForwardPass() throws IOException {
    WholeRun run = WholeRun.done().copyTo(folder);
    Map<String, List<String>> before = run.content();
    assertThat(headsWithWords(run))
        .containsExactlyInAnyOrder("sentiment", "deal_sentiment", "objection", "stage");

    run.run("--set=models.explain=objections");
    assertThat(headsWithWords(run)).containsExactly("objection");
    assertThat(evidence(run)).isEqualTo(evidence(before));
    noTextIsRead(run);

    run.run("--set=models.explain=none");
    assertThat(headsWithWords(run)).isEmpty();
    assertThat(evidence(run)).isNotEqualTo(evidence(before)).hasSameSizeAs(evidence(before));
    noTextIsRead(run);

    run.run();
    noTextIsRead(run);
    assertThat(run.content()).isEqualTo(before);
    assertThat(run.run()).contains("Nothing to do: everything is up to date.");
  }

  private static void noTextIsRead(WholeRun run) {
    Map<String, Map<String, Long>> counters = run.newRuns();
    for (String job : List.of("understand turns", "understand emails", "understand calls")) {
      assertThat(counters.get(job)).as(job).containsEntry("texts", 0L);
    }
  }

  private static Set<String> headsWithWords(WholeRun run) {
    Set<String> heads = new TreeSet<>();
    for (TurnLabel label : run.lake().read(Tables.TURN_LABELS).collectAsList()) {
      if (label.labels() != null) {
        label.labels().carriedBy().forEach(words -> heads.add(words.head()));
      }
    }
    for (EmailLabel label : run.lake().read(Tables.EMAIL_LABELS).collectAsList()) {
      if (label.labels() != null) {
        label.labels().carriedBy().forEach(words -> heads.add(words.head()));
      }
    }
    return heads;
  }

  private static List<String> evidence(WholeRun run) {
    return evidence(run.content());
  }

  /** Where each objection's words are, without what names the version of what found them. */
  private static List<String> evidence(Map<String, List<String>> content) {
    return content.get(Tables.OBJECTIONS.path()).stream()
        .map(row -> row.replaceAll("\"(definition_version|objection_id)\":\"[^\"]*\"", ""))
        .sorted()
        .toList();
  }

  @Test
  void textsThatTwoRunsHaveBothReadCountOnce() throws IOException {
    WholeRun run = WholeRun.done().copyTo(folder);
    List<String> before = run.content().get(Tables.TURN_LABELS.path());
    Dataset<CachedInference> cache = run.lake().read(Tables.INFERENCE_CACHE);
    long texts = cache.count();
    run.lake().append(Tables.INFERENCE_CACHE, cache);
    assertThat(run.lake().read(Tables.INFERENCE_CACHE).count()).isEqualTo(2 * texts).isPositive();
    delete(run, Tables.TURN_LABELS);

    assertThat(run.run(new Screen(), "understand", "turns")).isZero();

    assertThat(run.content().get(Tables.TURN_LABELS.path())).isEqualTo(before);
  }

  @Test
  void daysThatAreWorkedOutAnewStayWhatTheyAre() throws IOException {
    WholeRun run = WholeRun.done().copyTo(folder);
    Map<String, List<String>> before = run.content();
    SortedSet<LocalDate> days = new TreeSet<>(List.of(LocalDate.of(2026, 6, 4)));
    for (Table<?> table : List.of(Tables.TURNS, Tables.CALL_METRICS, Tables.EMAIL_LABELS)) {
      lose(run, table, days);
    }

    assertThat(run.run(new Screen(), "run", "--from=2026-06-03", "--to=2026-06-05")).isZero();

    Map<String, List<String>> after = run.content();
    String files = Tables.RAW_FILES.path();
    assertThat(withoutTimes(after.remove(files))).isEqualTo(withoutTimes(before.remove(files)));
    List<String> features = after.remove(Tables.FORECAST_FEATURES.path());
    assertThat(features).containsAll(before.remove(Tables.FORECAST_FEATURES.path()));
    assertThat(features).anyMatch(row -> row.contains("\"as_of_date\":\"2026-06-03\""));
    assertThat(after.remove(Tables.DEAL_WARNINGS.path()))
        .containsAll(before.remove(Tables.DEAL_WARNINGS.path()));
    assertThat(after).isEqualTo(before);
    Map<String, Map<String, Long>> counters = run.newRuns();
    for (String job : List.of("understand turns", "understand emails", "understand calls")) {
      assertThat(counters.get(job)).as(job).containsEntry("texts", 0L);
    }
  }

  @Test
  void daysOfWhichNothingIsKnownAreNothingToDo() throws IOException {
    WholeRun run = WholeRun.done().copyTo(folder);
    for (String command :
        List.of("ingest calls", "ingest emails", "understand turns", "understand emails")) {
      List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
      arguments.addAll(List.of("--from=2015-01-01", "--to=2020-12-31"));
      Screen screen = new Screen();

      assertThat(run.run(screen, arguments.toArray(String[]::new))).as(command).isEqualTo(99);
      assertThat(screen.output()).contains(", and nothing is of 2015-01-01 to 2020-12-31 (");
    }
  }

  @Test
  void aFirstRunNeedsNoAsOfDay() throws IOException {
    LocalSpark.session();
    Files.createDirectories(folder.resolve("input"));
    Screen screen = new Screen();

    int status =
        Main.run(
            new String[] {
              "run",
              "--input=" + folder.resolve("input"),
              "--lake=" + folder.resolve("lake"),
              "--set=report.folder=" + folder.resolve("report")
            },
            new AllStages(),
            screen.console(),
            Map.of(HmacKey.VARIABLE, WholeRun.KEY));

    assertThat(status).as(screen.problems()).isZero();
    assertThat(screen.output()).contains("Nothing to do: everything is up to date.");
  }

  private static <T extends Record> void lose(
      WholeRun run, Table<T> table, SortedSet<LocalDate> days) {
    Dataset<T> rows = run.lake().read(table, days);
    assertThat(rows.count()).as(table.name()).isPositive();
    run.lake().replace(table, days, rows.limit(0));
  }

  @Test
  void callsAreNotScoredWhileTheirTurnsAreNotLabelled() throws IOException {
    WholeRun run = WholeRun.done().copyTo(folder);
    delete(run, Tables.PLAYBOOK_SCORES);
    SortedSet<LocalDate> day = new TreeSet<>(List.of(LocalDate.of(2026, 6, 5)));
    Dataset<TurnLabel> labels = run.lake().read(Tables.TURN_LABELS);
    run.lake().replace(Tables.TURN_LABELS, day, labels.limit(0));
    Screen screen = new Screen();

    assertThat(run.run(screen, "understand", "calls")).isEqualTo(2);

    assertThat(screen.problems())
        .contains(
            "Cannot score the calls of 1 days, the first of them 2026-06-05: their turns are not labelled by the models in use. Run `talktrack understand turns` first.");
    assertThat(run.lake().exists(Tables.PLAYBOOK_SCORES)).isFalse();
  }

  @Test
  void oneChangedCallRewritesItsDayAndHasOnlyItsNewWordsRead() throws IOException {
    WholeRun run = WholeRun.done().copyTo(folder);
    Path call = run.company().input().resolve(SmallCompany.CHINESE);
    Map<Table<?>, Set<String>> before = filesOfOtherDays(run);
    run.company().put(SmallCompany.CHINESE, Files.readString(call).replace("挺多的", "我们没有统计过"));

    run.run();

    Map<String, Map<String, Long>> counters = run.newRuns();
    assertThat(counters.get("ingest calls")).containsEntry("files_in", 1L);
    assertThat(counters.get("understand turns")).containsEntry("texts", 1L);
    assertThat(counters.get("understand calls")).containsEntry("texts", 0L);
    assertThat(filesOfOtherDays(run)).isEqualTo(before);
    assertThat(run.lake().read(Tables.TURNS).toJSON().collectAsList())
        .anyMatch(turn -> turn.contains("我们没有统计过"))
        .noneMatch(turn -> turn.contains("挺多的"));
  }

  @Test
  void anotherTimeAndFilesOfAnotherAgeGiveTheSameTables() throws IOException {
    WholeRun first = WholeRun.done();
    WholeRun second = first.inputTo(folder);

    second.run();

    Map<String, List<String>> expected = first.content();
    Map<String, List<String>> found = second.content();
    String files = Tables.RAW_FILES.path();
    assertThat(withoutTimes(found.remove(files)))
        .isNotEmpty()
        .isEqualTo(withoutTimes(expected.remove(files)));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void aMailThatMovesToAnotherDayLeavesNothingOnItsOld() throws IOException {
    WholeRun run = WholeRun.done().copyTo(folder);
    for (String path : List.of("emails/2026-06-04 Re.eml", "emails/2026-06-04 Re, copy.eml")) {
      String mail = Files.readString(run.company().input().resolve(path));
      run.company().put(path, mail.replace("Date: 4 Jun", "Date: 8 Jun"));
    }
    WholeRun fresh = run.inputTo(folder.resolve("fresh"));

    run.run();
    fresh.run();

    assertThat(run.content().get(Tables.OBJECTIONS.path()))
        .isEqualTo(fresh.content().get(Tables.OBJECTIONS.path()));
  }

  private static Map<Table<?>, Set<String>> filesOfOtherDays(WholeRun run) {
    Map<Table<?>, Set<String>> files = new TreeMap<>(Comparator.comparing(Table::path));
    for (Table<?> table :
        List.of(
            Tables.CALLS,
            Tables.PARTICIPANTS,
            Tables.TURNS,
            Tables.TURN_LABELS,
            Tables.OBJECTIONS,
            Tables.CALL_METRICS,
            Tables.PLAYBOOK_SCORES)) {
      files.put(table, run.filesExcept(table, "2026-06-05"));
      assertThat(files.get(table)).as(table.name()).isNotEmpty();
    }
    return files;
  }

  private static List<String> withoutTimes(List<String> rawFiles) {
    return rawFiles.stream()
        .map(row -> row.replaceAll("\"(modified_millis|ingested_at)\":[^,}]+", ""))
        .sorted()
        .toList();
  }

  private static void delete(WholeRun run, Table<?> table) throws IOException {
    try (Stream<Path> files = Files.walk(run.lakeFolder().resolve(table.path()))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
