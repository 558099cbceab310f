package io.talktrack.table;

import static org.apache.spark.sql.functions.array;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/**
 * Reads several small tables at once, since most of a small table's time is waiting for Spark to
 * plan and start. Close it when all are read.
 */
public final class ParallelReading implements AutoCloseable {
  private static final int READERS = 4;

  private final Lake lake;
  private final ExecutorService readers = Executors.newFixedThreadPool(READERS);

  public ParallelReading(Lake lake) {
    this.lake = lake;
  }

  /** All rows of a table, once they are asked for by {@code join}. */
  public <T extends Record> CompletableFuture<List<T>> of(Table<T> table) {
    return CompletableFuture.supplyAsync(() -> lake.read(table).collectAsList(), readers);
  }

  /** All rows, with an empty list in one column: what is not needed is not held by the driver. */
  public <T extends Record> CompletableFuture<List<T>> without(String list, Table<T> table) {
    return CompletableFuture.supplyAsync(
        () -> {
          Dataset<T> rows = lake.read(table);
          Column nothing = array().cast(rows.schema().apply(list).dataType());
          return rows.withColumn(list, nothing).as(table.encoder()).collectAsList();
        },
        readers);
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
