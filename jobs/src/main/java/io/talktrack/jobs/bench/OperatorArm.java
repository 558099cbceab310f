package io.talktrack.jobs.bench;

import io.talktrack.inference.CachedInference;
import io.talktrack.inference.ModelInput;
import io.talktrack.model.InferenceCounters;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.ModelWork;
import io.talktrack.model.Models;
import io.talktrack.model.Models.Batching;
import io.talktrack.table.RecordEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** The product's operator alone: texts from memory, results dropped. */
final class OperatorArm implements InferenceArm {
  private final SparkSession spark;
  private final ModelBundle bundle;
  private final Batching batching;
  private final int tasks;
  private final InferenceCounters counters;

  OperatorArm(SparkSession spark, ModelBundle bundle, Batching batching, int tasks) {
    this.spark = spark;
    this.bundle = bundle;
    this.batching = batching;
    this.tasks = tasks;
    this.counters = InferenceCounters.on(spark.sparkContext());
  }

  InferenceCounters counters() {
    return counters;
  }

  @Override
  public String name() {
    return "the operator";
  }

  @Override
  public Cost read(InferenceTexts texts) {
    Dataset<CachedInference> read = read(texts.texts());
    return Cost.of(
        () -> {
          ModelWork before = counters.work();
          read.write().format("noop").mode("overwrite").save();
          return counters.work().since(before);
        });
  }

  private Dataset<CachedInference> read(List<String> texts) {
    List<ModelInput> inputs = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      inputs.add(new ModelInput(Integer.toString(text), texts.get(text)));
    }
    return Models.infer(
        spark.createDataset(inputs, RecordEncoder.of(ModelInput.class)).repartition(tasks),
        bundle,
        batching,
        counters);
  }

  @Override
  public List<float[]> embeddings(List<String> texts) {
    Map<String, float[]> byKey = EqualityGate.byKey(read(texts).collectAsList());
    List<float[]> embeddings = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      embeddings.add(byKey.getOrDefault(Integer.toString(text), new float[0]));
    }
    return embeddings;
  }

  @Override
  public void close() {}
}
