package io.talktrack.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;

import io.talktrack.inference.ModelInput;
import io.talktrack.table.RecordEncoder;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.unsafe.hash.Murmur3_x86_32;

/**
 * Deals texts to partitions so that each gets about as many tokens, whoever said them: with texts
 * dealt by number, the task that gets the long ones is waited for.
 *
 * <p>The longest text first, each to the partition with the least so far (Graham 1969, Bounds on
 * multiprocessing timing anomalies: at most 4/3 of the best). A partition is asked for by number,
 * so adaptive execution neither merges nor splits it.
 */
public final class TokenBalance {
  // what a forward pass costs whatever the length, in characters
  private static final int COST_OF_A_TEXT = 8;
  private static final int SPARKS_SEED = 42;

  /** A text and the number whose hash is that of its partition. */
  public record Dealt(String inputKey, String text, int deal) {}

  /** The texts in so many partitions. */
  public static Dataset<ModelInput> over(Dataset<ModelInput> texts, int partitions) {
    int[] deals = deals(partitions);
    return texts
        // the same order whenever a lost partition is made anew, or its rows would move
        .sortWithinPartitions(length(col("text")).desc(), col("input_key"))
        .mapPartitions(
            (MapPartitionsFunction<ModelInput, Dealt>) rows -> new Dealing(rows, deals),
            RecordEncoder.of(Dealt.class))
        .repartition(partitions, col("deal"))
        .select("input_key", "text")
        .as(RecordEncoder.of(ModelInput.class));
  }

  /** For each partition a number that Spark's hash partitioning sends there. */
  static int[] deals(int partitions) {
    int[] deals = new int[partitions];
    boolean[] found = new boolean[partitions];
    int left = partitions;
    for (int number = 0; left > 0; number++) {
      int partition = Math.floorMod(Murmur3_x86_32.hashInt(number, SPARKS_SEED), partitions);
      if (!found[partition]) {
        found[partition] = true;
        deals[partition] = number;
        left--;
      }
    }
    return deals;
  }

  /** A partition's load so far; of equal loads the one that is first in turn has the least. */
  private record Load(long cost, int turn, int partition) {}

  private static final class Dealing implements Iterator<Dealt> {
    private final Iterator<ModelInput> rows;
    private final int[] deals;
    private final PriorityQueue<Load> loads =
        new PriorityQueue<>(Comparator.comparingLong(Load::cost).thenComparingInt(Load::turn));

    Dealing(Iterator<ModelInput> rows, int[] deals) {
      this.rows = rows;
      this.deals = deals;
      // many partitions of few rows would all begin with the same one
      for (int turn = 0; turn < deals.length; turn++) {
        loads.add(new Load(0, turn, (TaskContext.getPartitionId() + turn) % deals.length));
      }
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Dealt next() {
      ModelInput input = rows.next();
      Load least = loads.remove();
      long cost = least.cost() + COST_OF_A_TEXT + input.text().length();
      loads.add(new Load(cost, least.turn(), least.partition()));
      return new Dealt(input.inputKey(), input.text(), deals[least.partition()]);
    }
  }

  private TokenBalance() {}
}
