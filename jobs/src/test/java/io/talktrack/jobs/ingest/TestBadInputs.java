package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.jobs.Books;
import io.talktrack.jobs.Job;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of files that cannot be read, or hardly, beside a few good ones. */
@Tag("slow")
class TestBadInputs {
  private static final int ROUNDS = 9;
  private static final List<Table<?>> GOOD_TABLES =
      List.of(Tables.CALLS, Tables.PARTICIPANTS, Tables.TURNS, Tables.EMAILS);

  @TempDir private static Path folder;
  private static Intake mixed;
  private static Intake good;
  private static int badFiles;

  @BeforeAll
  static void takeInBoth() throws IOException {
    good = new Intake(folder.resolve("good"));
    BadInputs.putGood(good.company());
    runAll(good);

    mixed = new Intake(folder.resolve("mixed"));
    BadInputs.putGood(mixed.company());
    badFiles = new BadInputs(mixed.company().input(), 20261122).put(ROUNDS);
    runAll(mixed);
  }

  @Test
  void everyFileAndRecordIsProcessedQuarantinedOrADuplicate() {
    assertThat(badFiles).isGreaterThanOrEqualTo(500);
    Map<String, RawFile> files = files(mixed);

    assertThat(files).hasSizeBetween(badFiles + 20, badFiles + 30);
    Books.balance(files.values());
    assertThat(mixed.rows(Tables.CALLS))
        .hasSize(
            (int)
                files.values().stream()
                    .filter(file -> file.kind().equals("CALL"))
                    .filter(file -> file.status().equals("PROCESSED"))
                    .count());
    assertThat(mixed.rows(Tables.EMAILS))
        .hasSize(
            (int)
                files.values().stream()
                    .filter(file -> file.kind().equals("EMAIL"))
                    .mapToLong(RawFile::recordsProcessed)
                    .sum());
  }

  @Test
  void whatIsBrokenIsInQuarantineWithAReasonAndNothingElseIs() {
    Map<String, RawFile> files = files(mixed);
    Set<String> refused =
        mixed.rows(Tables.QUARANTINE).stream().map(QuarantinedInput::path).collect(toSet());

    assertThat(files.keySet()).filteredOn(path -> path.contains("/bad/")).hasSizeGreaterThan(300);
    assertThat(files.values())
        .filteredOn(file -> file.path().contains("/bad/"))
        .allSatisfy(
            file -> {
              assertThat(file.status()).as(file.path()).isEqualTo("QUARANTINED");
              assertThat(refused).contains(file.path());
            });
    assertThat(refused)
        .noneMatch(path -> path.contains("/good/") || path.contains("/names/"))
        .containsAll(
            files.values().stream()
                .filter(file -> file.recordsQuarantined() > 0)
                .map(RawFile::path)
                .toList());
    assertThat(mixed.rows(Tables.QUARANTINE))
        .allSatisfy(row -> assertThat(row.reason()).matches("[A-Z_]{4,}"))
        .extracting(QuarantinedInput::reason)
        .contains("TORN", "TOO_LARGE", "NOT_TEXT", "EMPTY", "UNSAFE_NAME", "TOO_DEEP", "NO_DATE");
  }

  @Test
  void goodFilesSayWhatTheySayAlone() {
    for (Table<?> table : GOOD_TABLES) {
      String ids = table.equals(Tables.EMAILS) ? "email_id" : "call_id";
      Dataset<Row> alone = good.lake().read(table).toDF();
      Dataset<Row> oneOfThem = alone.select(ids).distinct();

      assertThat(json(mixed.lake().read(table).toDF().join(oneOfThem, ids)))
          .as(table.path())
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(json(alone.join(oneOfThem, ids)));
    }
    for (Table<?> table : List.of(Tables.REPS, Tables.CONTACTS)) {
      assertThat(json(mixed.lake().read(table)))
          .containsExactlyInAnyOrderElementsOf(json(good.lake().read(table)));
    }
  }

  @Test
  void noWordOfABadFileIsInQuarantine() {
    for (Table<?> table : List.of(Tables.QUARANTINE, Tables.RAW_FILES)) {
      assertThat(json(mixed.lake().read(table)))
          .as(table.path())
          .allSatisfy(
              row -> assertThat(row).doesNotContain(BadInputs.PERSONAL).doesNotContain("zq@"));
    }
  }

  @Test
  void aSecondRunWritesNoDataFile() throws IOException {
    Set<String> before = dataFiles(mixed);
    runAll(mixed);

    assertThat(dataFiles(mixed)).isEqualTo(before);
  }

  private static void runAll(Intake intake) {
    for (Job job : List.of(intake.crm(), intake.calls(), intake.emails(), intake.links())) {
      job.run();
    }
  }

  private static Map<String, RawFile> files(Intake intake) {
    return intake.rows(Tables.RAW_FILES).stream()
        .collect(toMap(RawFile::path, file -> file, (one, other) -> one, TreeMap::new));
  }

  private static List<String> json(Dataset<?> rows) {
    return new ArrayList<>(rows.toJSON().collectAsList());
  }

  private static Set<String> dataFiles(Intake intake) throws IOException {
    try (Stream<Path> files = Files.walk(intake.folder().resolve("lake"))) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".parquet"))
          .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }
  }
}
