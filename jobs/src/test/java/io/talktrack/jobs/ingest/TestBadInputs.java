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
  private static final int ROUNDS = 8;
  private static final int FEWEST = 500;

  /** What ingest writes, with what a good row is known by. */
  private static final Map<Table<?>, String> GOOD_TABLES =
      Map.ofEntries(
          Map.entry(Tables.CALLS, "call_id"),
          Map.entry(Tables.PARTICIPANTS, "call_id"),
          Map.entry(Tables.TURNS, "call_id"),
          Map.entry(Tables.EMAILS, "email_id"),
          Map.entry(Tables.EMAIL_THREADS, "thread_id"),
          Map.entry(Tables.CALL_LINKS, "source_id"),
          Map.entry(Tables.ACCOUNTS, "account_id"),
          Map.entry(Tables.CONTACTS, "contact_id"),
          Map.entry(Tables.REPS, "rep_id"),
          Map.entry(Tables.OPPORTUNITIES, "opportunity_id"),
          Map.entry(Tables.OPPORTUNITY_HISTORY, "opportunity_id"),
          Map.entry(Tables.KNOWLEDGE_PASSAGES, "passage_id"));

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
    badFiles = new BadInputs(mixed.company().input(), parquet(good), 20261122).put(ROUNDS);
    runAll(mixed);
  }

  @Test
  void everyFileAndRecordIsProcessedQuarantinedOrADuplicate() {
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

    assertThat(files.keySet())
        .filteredOn(path -> path.contains("/bad/"))
        .hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(files.values())
        .filteredOn(file -> file.path().contains("/bad/"))
        .allSatisfy(
            file -> {
              assertThat(file.status()).as(file.path()).isEqualTo("QUARANTINED");
              assertThat(refused).contains(file.path());
            });
    assertThat(refused)
        .contains(SideCar.PATH, SpeakerTable.PATH)
        .noneMatch(path -> path.contains("/good/") || path.contains("/names/"))
        .containsAll(
            files.values().stream()
                .filter(file -> file.recordsQuarantined() > 0)
                .map(RawFile::path)
                .toList());
    assertThat(mixed.rows(Tables.QUARANTINE))
        .allSatisfy(row -> assertThat(row.reason()).matches("[A-Z_]{4,}"))
        .allSatisfy(row -> assertThat(row.detail()).isNotBlank())
        .extracting(QuarantinedInput::reason)
        .contains("TORN", "TOO_LARGE", "NOT_TEXT", "EMPTY", "UNSAFE_NAME", "TOO_DEEP", "NO_DATE")
        .contains("MALFORMED", "SEVERAL_CALLS", "BAD_TIMES", "ENCRYPTED", "BAD_HEADER");
  }

  @Test
  void aLineOverTheLimitIsWhyItsFileIsRefused() {
    assertThat(mixed.rows(Tables.QUARANTINE))
        .filteredOn(row -> row.path().contains("line-over-limit"))
        .hasSize(ROUNDS)
        .allSatisfy(row -> assertThat(row.detail()).contains("TOO_LARGE at line 4,"));
  }

  @Test
  void goodFilesSayWhatTheySayAlone() {
    GOOD_TABLES.forEach(
        (table, ids) -> {
          Dataset<Row> alone = good.lake().read(table).toDF();
          Dataset<Row> oneOfThem = alone.select(ids).distinct();

          assertThat(json(mixed.lake().read(table).toDF().join(oneOfThem, ids)))
              .as(table.path())
              .isNotEmpty()
              .containsExactlyInAnyOrderElementsOf(json(alone.join(oneOfThem, ids)));
        });
    for (Table<?> table :
        List.of(Tables.REPS, Tables.CONTACTS, Tables.OPPORTUNITIES, Tables.KNOWLEDGE_PASSAGES)) {
      assertThat(json(mixed.lake().read(table)))
          .as(table.path())
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
    for (Job job :
        List.of(
            intake.crm(), intake.calls(), intake.emails(), intake.links(), intake.knowledge())) {
      job.run();
    }
  }

  private static byte[] parquet(Intake intake) throws IOException {
    return Files.readAllBytes(Path.of(dataFiles(intake).iterator().next()));
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
