package io.talktrack.jobs.ingest;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;

import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.jobs.Outcome;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps account of the inputs: every file and every record in it is processed, quarantined or a
 * duplicate. Written last, so that a run cut short reads its files again.
 */
final class Ledger {
  private final SparkSession spark;
  private final Lake lake;
  private final double quarantineLimit;

  /** Paths that have a row, null until they were asked for. */
  private Set<String> known;

  Ledger(SparkSession spark, Lake lake, double quarantineLimit) {
    this.spark = spark;
    this.lake = lake;
    this.quarantineLimit = quarantineLimit;
  }

  /** The present state of every file of a kind, by path. */
  Map<String, RawFile> current(String kind) {
    Map<String, RawFile> current =
        lake.read(Tables.RAW_FILES).filter(col("kind").equalTo(kind)).collectAsList().stream()
            .collect(
                toMap(
                    RawFile::path,
                    file -> file,
                    (one, other) -> one.ingestedAt().isAfter(other.ingestedAt()) ? one : other));
    known = current.keySet();
    return current;
  }

  /**
   * Writes what became of a run's files, of the kind last asked for, and tells the run's outcome.
   *
   * @param files read in this run
   * @param wrote what new rows there are, in words
   */
  Outcome close(List<RawFile> files, List<QuarantinedInput> quarantined, String wrote) {
    if (files.isEmpty()) {
      return new Outcome.NothingToDo("no file is new or changed");
    }
    if (!quarantined.isEmpty()) {
      Set<String> before = Set.copyOf(quarantinedPaths());
      boolean isNew = quarantined.stream().noneMatch(one -> before.contains(one.path()));
      save(Tables.QUARANTINE, quarantined, isNew);
    }
    requireNonNull(known, "The ledger was closed before its present state was read");
    boolean isNew = files.stream().noneMatch(file -> known.contains(file.path()));
    save(Tables.RAW_FILES, files, isNew);

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

  private List<String> quarantinedPaths() {
    return lake.read(Tables.QUARANTINE)
        .select("path")
        .distinct()
        .as(Encoders.STRING())
        .collectAsList();
  }

  // an append is four times cheaper than a merge, and most files come once
  private <T extends Record> void save(Table<T> table, List<T> rows, boolean isNew) {
    Dataset<T> saved = spark.createDataset(rows, table.encoder()).coalesce(1);
    if (isNew) {
      lake.append(table, saved);
    } else {
      lake.merge(table, saved);
    }
  }
}
