package io.talktrack.table;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.delta.tables.DeltaTable;
import io.talktrack.call.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;

/** Reads and writes the Delta tables under one root. The only class that knows where they are. */
public final class Lake {
  private static final String LOG_STORE = "spark.delta.logStore.file.impl";
  private static final int WRITERS = 4;

  /** Key columns that hold what somebody said, or how a file with a name in it is called. */
  private static final List<String> WORDS = List.of("path", "phrase");

  private final SparkSession spark;
  private final String root;

  public Lake(SparkSession spark, String root) {
    if (isLocal(root)
        && !LocalLogStore.class
            .getName()
            .equals(spark.sparkContext().getConf().get(LOG_STORE, null))) {
      throw new IllegalArgumentException(
          "Cannot open lake %s: without %s=%s two processes can both win a commit. Start through ./talktrack, or pass it to spark-submit with --conf."
              .formatted(root, LOG_STORE, LocalLogStore.class.getName()));
    }
    if (isLocal(root) && isFile(spark, root)) {
      throw new IllegalArgumentException(
          "Cannot open lake %s: it is a file. Give a folder by --lake, which need not be there yet."
              .formatted(root));
    }
    this.spark = spark;
    this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
  }

  private static boolean isFile(SparkSession spark, String root) {
    Path path = new Path(root);
    try {
      return path.getFileSystem(spark.sessionState().newHadoopConf()).getFileStatus(path).isFile();
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach lake " + root, e);
    }
  }

  private static boolean isLocal(String root) {
    return !root.contains(":/") || root.startsWith("file:");
  }

  public String root() {
    return root;
  }

  /** Makes the root, where it is not there yet, a folder that only its owner may enter. */
  public void makeForOwnerOnly() {
    Path path = new Path(root);
    try {
      FileSystem files = path.getFileSystem(spark.sessionState().newHadoopConf());
      if (!files.exists(path)) {
        files.mkdirs(path, new FsPermission(FsAction.ALL, FsAction.NONE, FsAction.NONE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make folder " + root, e);
    }
  }

  public boolean exists(Table<?> table) {
    return DeltaTable.isDeltaTable(spark, path(table));
  }

  /** All rows; none where the table was never written, nothing in a column that is new to it. */
  public <T extends Record> Dataset<T> read(Table<T> table) {
    return readWithout(List.of(), table);
  }

  /** All rows, with null or an empty list in some columns, which are then not read at all. */
  public <T extends Record> Dataset<T> readWithout(List<String> columns, Table<T> table) {
    if (!exists(table)) {
      return spark.createDataset(List.of(), table.encoder());
    }
    Dataset<Row> rows = spark.read().format("delta").load(path(table));
    Set<String> wanted = new HashSet<>(Arrays.asList(rows.columns()));
    columns.forEach(wanted::remove);
    return rows.select(
            Arrays.stream(table.schema().fields())
                .map(field -> wanted.contains(field.name()) ? col(field.name()) : nothing(field))
                .toArray(Column[]::new))
        .as(table.encoder());
  }

  private static Column nothing(StructField field) {
    Column nothing = field.dataType() instanceof ArrayType ? array() : lit(null);
    return nothing.cast(field.dataType()).as(field.name());
  }

  public <T extends Record> Dataset<T> read(Table<T> table, SortedSet<LocalDate> days) {
    return read(table).filter(col(table.dayColumn()).isin(days.toArray()));
  }

  /**
   * Does writes to different tables at once, since most of a small write is Spark's planning. Where
   * one fails, the others still end before its error is thrown.
   */
  public static void together(Runnable... writes) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(WRITERS, writes.length));
    try {
      CompletableFuture.allOf(
              Arrays.stream(writes)
                  .map(write -> CompletableFuture.runAsync(write, threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    } finally {
      threads.shutdown();
    }
  }

  /** Replaces whole days in one commit: doing it twice leaves what doing it once does. */
  public <T extends Record> void replace(
      Table<T> table, SortedSet<LocalDate> days, Dataset<T> rows) {
    replaceWhere(table, days, "", rows);
  }

  /** Replaces the rows of whole days that come from one kind of conversation, in one commit. */
  public <T extends Record> void replace(
      Table<T> table, SortedSet<LocalDate> days, Source source, Dataset<T> rows) {
    replaceWhere(table, days, " AND source = '%s'".formatted(source), rows);
  }

  private <T extends Record> void replaceWhere(
      Table<T> table, SortedSet<LocalDate> days, String also, Dataset<T> rows) {
    String inDays = days.stream().map("DATE'%s'"::formatted).collect(joining(", ", " IN (", ")"));
    // one file per day, however many tasks made its rows
    DataFrameWriter<T> writer =
        writer(table, rows.repartition(col(table.dayColumn()))).mode(SaveMode.Overwrite);
    if (exists(table)) {
      writer = writer.option("replaceWhere", table.dayColumn() + inDays + also);
    }
    writer.partitionBy(table.dayColumn()).save(path(table));
  }

  /** Replaces all rows in one commit. */
  public <T extends Record> void overwrite(Table<T> table, Dataset<T> rows) {
    writer(table, rows).mode(SaveMode.Overwrite).save(path(table));
  }

  public <T extends Record> void append(Table<T> table, Dataset<T> rows) {
    writer(table, rows).mode(SaveMode.Append).save(path(table));
  }

  /** Adds rows, and replaces those of the same key: twice leaves what once does. */
  public <T extends Record> void merge(Table<T> table, Dataset<T> rows) {
    if (!exists(table)) {
      append(table, rows);
      return;
    }
    String sameKey =
        table.key().stream().map("t.%1$s <=> s.%1$s"::formatted).collect(joining(" AND "));
    DeltaTable.forPath(spark, path(table))
        .as("t")
        .merge(rows.toDF().as("s"), sameKey)
        .whenMatched()
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  /**
   * The days whose conversations are not in {@code target} in the version that {@code source} has
   * and under {@code definition}; also days of {@code target} that {@code source} no longer has so.
   *
   * @param id the column that names the conversation in both tables
   */
  public Work pending(Table<?> source, Table<?> target, String id, String definition) {
    // one grouping, since most of this is Spark's planning of what is read
    List<Row> days =
        conversations(source, id, lit(definition), false)
            .union(conversations(target, id, col("definition_version"), true))
            .groupBy(id, "version", "day", "definition")
            .agg(min("is_done").as("all_done"), max("is_done").as("any_done"))
            .filter(col("all_done").equalTo(col("any_done")))
            .select("day")
            .distinct()
            .collectAsList();

    SortedSet<LocalDate> sorted = new TreeSet<>();
    for (Row row : days) {
      sorted.add(LocalDate.parse(row.get(0).toString()));
    }
    return new Work(sorted);
  }

  /**
   * What is pending, and the days of a range on which {@code source} has conversations.
   *
   * @param again days that somebody wants to have worked out anew, though nothing on them changed
   */
  public Work pending(
      Table<?> source, Table<?> target, String id, String definition, Optional<DayRange> again) {
    SortedSet<LocalDate> days = new TreeSet<>(pending(source, target, id, definition).days());
    again.ifPresent(range -> days.addAll(days(source, range)));
    return new Work(days);
  }

  private List<LocalDate> days(Table<?> table, DayRange range) {
    Column day = col(table.dayColumn());
    return read(table)
        .filter(day.between(range.first(), range.last()))
        .select(day)
        .distinct()
        .as(Encoders.LOCALDATE())
        .collectAsList();
  }

  private Dataset<Row> conversations(Table<?> table, String id, Column definition, boolean isDone) {
    return read(table)
        .select(
            col(id),
            col("source_version").as("version"),
            col(table.dayColumn()).as("day"),
            definition.as("definition"),
            lit(isDone).as("is_done"));
  }

  private <T extends Record> DataFrameWriter<T> writer(Table<T> table, Dataset<T> rows) {
    return rows.select(columns(table))
        .as(table.encoder())
        .write()
        .format("delta")
        // a table of an earlier version gets the columns that are new
        .option("mergeSchema", true)
        .option("delta.dataSkippingStatsColumns", statistics(table));
  }

  private static Column[] columns(Table<?> table) {
    StructField[] fields = table.schema().fields();
    Column[] columns = new Column[fields.length];
    for (int field = 0; field < fields.length; field++) {
      columns[field] = col(fields[field].name());
    }
    return columns;
  }

  // statistics hold values in the clear and outlive a DELETE: ids and days only, never text
  static String statistics(Table<?> table) {
    List<String> columns = new ArrayList<>(table.key());
    columns.removeAll(WORDS);
    if (table.layout() instanceof Table.Layout.Partitioned partitioned) {
      columns.remove(partitioned.column());
    }
    return String.join(",", columns);
  }

  private String path(Table<?> table) {
    return root + "/" + table.path();
  }
}
