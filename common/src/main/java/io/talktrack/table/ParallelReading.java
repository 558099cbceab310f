package io.talktrack.table;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

  /** All rows, with nothing in some columns: what is not needed is not held by the driver. */
  public <T extends Record> CompletableFuture<List<T>> without(
      List<String> columns, Table<T> table) {
    return CompletableFuture.supplyAsync(
        () -> lake.readWithout(columns, table).collectAsList(), readers);
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
