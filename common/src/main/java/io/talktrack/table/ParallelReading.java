package io.talktrack.table;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
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
    return of(table, UnaryOperator.identity());
  }

  public <T extends Record> CompletableFuture<List<T>> of(
      Table<T> table, UnaryOperator<Dataset<T>> cut) {
    return CompletableFuture.supplyAsync(
        () -> cut.apply(lake.read(table)).collectAsList(), readers);
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
