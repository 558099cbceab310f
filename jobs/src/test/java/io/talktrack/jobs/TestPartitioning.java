package io.talktrack.jobs;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.playbook.PlaybookScore;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found on calls does not hang on how Spark cuts and orders their rows. */
@Tag("slow")
class TestPartitioning {
  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
  private static final List<Table<?>> FOUND =
      List.of(
          Tables.PLAYBOOK_SCORES,
          Tables.PLAYBOOK_EVIDENCE,
          Tables.OBJECTIONS,
          Tables.TRACKER_HITS,
          Tables.KEY_PHRASES,
          Tables.CALL_METRICS);

  @TempDir private Path folder;

  private final Random random = new Random(17);

  @AfterEach
  void adaptAgain() {
    LocalSpark.session().conf().set(ADAPTIVE, "true");
  }

  @Test
  void scoresAreTheSameToTheBitHoweverRowsAreCutAndOrdered() throws IOException {
    WholeRun run = WholeRun.done().copyTo(folder);
    Map<String, List<Object>> expected = found(run);
    assertThat(run.lake().read(Tables.PLAYBOOK_SCORES).collectAsList())
        .extracting(PlaybookScore::probability)
        .filteredOn(probability -> probability != null)
        .hasSizeGreaterThan(20);

    for (int partitions : new int[] {1, 3, 17}) {
      shuffle(run, Tables.CALLS);
      shuffle(run, Tables.TURNS);
      shuffle(run, Tables.TURN_LABELS);

      score(run, partitions);

      found(run)
          .forEach(
              (table, rows) ->
                  // records are equal where their doubles have the same bits
                  assertThat(rows)
                      .as("%s by %d partitions", table, partitions)
                      .isNotEmpty()
                      .containsExactlyInAnyOrderElementsOf(expected.get(table)));
    }
  }

  private static void score(WholeRun run, int partitions) {
    Screen screen = new Screen();

    int status =
        run.run(
            screen,
            "understand",
            "calls",
            "--from=" + FIRST,
            "--to=" + LAST,
            "--set=spark.shuffle-partitions=" + partitions,
            "--set=spark.conf." + ADAPTIVE + "=false");

    assertThat(status).as(screen.problems()).isZero();
    assertThat(screen.output()).contains(" calls scored, ");
    assertThat(LocalSpark.session().conf().get(ADAPTIVE)).isEqualTo("false");
  }

  private static Map<String, List<Object>> found(WholeRun run) {
    return FOUND.stream()
        .collect(
            toMap(
                Table::path, table -> List.<Object>copyOf(run.lake().read(table).collectAsList())));
  }

  private <T extends Record> void shuffle(WholeRun run, Table<T> table) {
    List<T> rows = new ArrayList<>(run.lake().read(table).collectAsList());
    Collections.shuffle(rows, random);
    run.lake()
        .replace(
            table,
            FIRST.datesUntil(LAST.plusDays(1)).collect(toCollection(TreeSet::new)),
            LocalSpark.session().createDataset(rows, table.encoder()));
  }
}
