package io.talktrack.jobs.bench;

import io.talktrack.model.ArrivalOrder;
import io.talktrack.model.InferenceCounters;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.ModelWork;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** djl-spark's way: batches of 100 as texts come, and a model load per task. */
final class ArrivalOrderArm implements InferenceArm {
  private static final int BATCH = 100;
  private static final int SLOW = 5;

  private final SparkSession spark;
  private final ModelBundle bundle;
  private final int tasks;
  private final InferenceCounters counters;

  ArrivalOrderArm(SparkSession spark, ModelBundle bundle, int tasks) {
    this.spark = spark;
    this.bundle = bundle;
    this.tasks = tasks;
    this.counters = InferenceCounters.on(spark.sparkContext());
  }

  @Override
  public String name() {
    return "djl-spark's way (100 in arrival order, a load per task)";
  }

  @Override
  public int fewer() {
    return SLOW;
  }

  @Override
  public Cost read(InferenceTexts texts) {
    Dataset<byte[]> read = read(texts.texts(), tasks);
    return Cost.of(
        () -> {
          ModelWork before = counters.work();
          read.write().format("noop").mode("overwrite").save();
          return counters.work().since(before);
        });
  }

  private Dataset<byte[]> read(List<String> texts, int parts) {
    return ArrivalOrder.read(
        spark.createDataset(texts, Encoders.STRING()).coalesce(1).repartition(parts),
        bundle,
        BATCH,
        counters);
  }

  @Override
  public List<float[]> embeddings(List<String> texts) {
    return ArrivalOrder.read(
            spark.createDataset(texts, Encoders.STRING()).coalesce(1), bundle, BATCH, counters)
        .collectAsList()
        .stream()
        .map(EqualityGate::floats)
        .toList();
  }

  @Override
  public void close() {}
}
