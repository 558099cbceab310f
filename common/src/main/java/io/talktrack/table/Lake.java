package io.talktrack.table;

import static java.util.stream.Collectors.joining;

import io.talktrack.table.Table.Layout.Partitioned;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Reads and writes the Delta tables under one root. The only class that knows paths. */
public final class Lake {
  private final SparkSession spark;
  private final String root;

  public Lake(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root;
  }

  public <T extends Record> Dataset<T> read(Table<T> table) {
    return spark.read().format("delta").load(path(table)).as(table.encoder());
  }

  /**
   * Replaces whole days of a table in one commit: doing it twice leaves what doing it once does.
   */
  public <T extends Record> void replace(
      Table<T> table, SortedSet<LocalDate> days, Dataset<T> rows) {
    if (!(table.layout() instanceof Partitioned partitioned)) {
      throw new IllegalArgumentException(
          "Cannot replace days of %s: it has no day column".formatted(table.name()));
    }

    String inDays = days.stream().map("DATE'%s'"::formatted).collect(joining(", ", " IN (", ")"));
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .partitionBy(partitioned.column())
        .option("replaceWhere", partitioned.column() + inDays)
        .save(path(table));
  }

  private String path(Table<?> table) {
    return "%s/%s/%s".formatted(root, table.layer().name().toLowerCase(Locale.ROOT), table.name());
  }
}
