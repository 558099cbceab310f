package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.toMap;

import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.jobs.Outcome;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps account of the inputs: every file and every record in it is processed, quarantined or a
 * duplicate. Written last, so that a run cut short reads its files again.
 */
final class Ledger {
  private final SparkSession spark;
  private final Lake lake;
  private final double quarantineLimit;

  Ledger(SparkSession spark, Lake lake, double quarantineLimit) {
    this.spark = spark;
    this.lake = lake;
    this.quarantineLimit = quarantineLimit;
  }

  /** The present state of every file of a kind, by path. */
  Map<String, RawFile> current(String kind) {
    return lake.read(Tables.RAW_FILES).collectAsList().stream()
        .filter(file -> file.kind().equals(kind))
        .collect(
            toMap(
                RawFile::path,
                file -> file,
                (one, other) -> one.ingestedAt().isAfter(other.ingestedAt()) ? one : other));
  }

  /**
   * Writes what became of a run's files and tells the run's outcome.
   *
   * @param files read in this run
   * @param wrote what new rows there are, in words
   */
  Outcome close(List<RawFile> files, List<QuarantinedInput> quarantined, String wrote) {
    if (files.isEmpty()) {
      return new Outcome.NothingToDo("no file is new or changed");
    }
    save(Tables.QUARANTINE, quarantined, Tables.QUARANTINE.encoder());
    save(Tables.RAW_FILES, files, Tables.RAW_FILES.encoder());

    long processed = count(files, "PROCESSED");
    long rejected = count(files, "QUARANTINED");
    long duplicates = count(files, "DUPLICATE");
    long recordsIn = files.stream().mapToLong(RawFile::recordsIn).sum();
    long recordsRejected = files.stream().mapToLong(RawFile::recordsQuarantined).sum();
    String message =
        String.format(
            Locale.ROOT,
            "%s from %,d files: %,d processed, %,d quarantined, %,d duplicates",
            wrote,
            files.size(),
            processed,
            rejected,
            duplicates);
    List<Counter> counters =
        List.of(
            new Counter("files_in", files.size()),
            new Counter("files_processed", processed),
            new Counter("files_quarantined", rejected),
            new Counter("files_duplicate", duplicates),
            new Counter("records_in", recordsIn),
            new Counter("records_processed", sum(files, RawFile::recordsProcessed)),
            new Counter("records_quarantined", recordsRejected),
            new Counter("records_duplicate", sum(files, RawFile::recordsDuplicate)));
    double share =
        Math.max(
            rejected / (double) files.size(),
            recordsIn == 0 ? 0 : recordsRejected / (double) recordsIn);
    if (share > quarantineLimit) {
      return new Outcome.OverQuarantineLimit(
          String.format(
              Locale.ROOT,
              "%s; that is %.1f %% unreadable, over the limit of %.1f %%. See bronze.quarantine for the reasons, or raise ingest.quarantine-limit.",
              message,
              100 * share,
              100 * quarantineLimit),
          counters);
    }
    return new Outcome.Wrote(message, counters);
  }

  private static long count(List<RawFile> files, String status) {
    return files.stream().filter(file -> file.status().equals(status)).count();
  }

  private static long sum(List<RawFile> files, ToLongFunction<RawFile> count) {
    return files.stream().mapToLong(count).sum();
  }

  private <T extends Record> void save(Table<T> table, List<T> rows, Encoder<T> encoder) {
    if (rows.isEmpty()) {
      return;
    }
    if (isNew(table, rows)) {
      lake.append(table, spark.createDataset(rows, encoder).coalesce(1));
    } else {
      lake.merge(table, spark.createDataset(rows, encoder).coalesce(1));
    }
  }

  // an append is four times cheaper than a merge, and most files come once
  private <T extends Record> boolean isNew(Table<T> table, Collection<T> rows) {
    Set<String> paths = new HashSet<>();
    rows.forEach(row -> paths.add(pathOf(row)));
    return lake.read(table).collectAsList().stream().noneMatch(row -> paths.contains(pathOf(row)));
  }

  private static String pathOf(Record row) {
    return row instanceof RawFile file ? file.path() : ((QuarantinedInput) row).path();
  }
}
