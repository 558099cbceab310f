package io.talktrack.jobs.ingest;

import static org.apache.spark.sql.functions.col;

import io.talktrack.call.Source;
import io.talktrack.privacy.RestrictedText;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * The one table of what was masked, in a lake of its own, so that its folder can be closed to
 * others. Its texts pass through executors only.
 */
final class RestrictedTexts {
  private final SparkSession spark;
  private final String folder;

  /**
   * Opens the table.
   *
   * @param folder of its lake; null where originals are dropped
   */
  RestrictedTexts(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = folder;
  }

  Originals originals() {
    return folder == null ? Originals.DROPPED : Originals.KEPT;
  }

  /**
   * Replaces what is kept of conversations; nothing is touched where originals are dropped. To be
   * called before the tables that tell {@code before} are written, so that a run that is cut short
   * in between does the same again.
   *
   * @param before the days of known conversations that were read again or are gone, by id
   * @param now the days of those that were read, by id
   * @param texts of those that were read
   */
  void replace(
      Source source,
      Map<String, LocalDate> before,
      Map<String, LocalDate> now,
      Dataset<RestrictedText> texts) {
    SortedSet<LocalDate> days = new TreeSet<>(before.values());
    days.addAll(now.values());
    if (originals() == Originals.DROPPED || days.isEmpty()) {
      return;
    }

    Lake lake = new Lake(spark, folder);
    lake.makeForOwnerOnly();
    Dataset<RestrictedText> others =
        lake.read(Tables.RESTRICTED_TEXTS, days)
            .filter(col("source").equalTo(source.name()))
            .filter(
                (FilterFunction<RestrictedText>)
                    text ->
                        !before.containsKey(text.sourceId()) && !now.containsKey(text.sourceId()));
    lake.replace(Tables.RESTRICTED_TEXTS, days, source, texts.union(others));
  }
}
