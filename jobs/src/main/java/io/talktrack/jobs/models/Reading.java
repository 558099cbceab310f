package io.talktrack.jobs.models;

import static java.util.stream.Collectors.toMap;

import io.talktrack.inference.CachedInference;
import io.talktrack.inference.ModelInput;
import io.talktrack.model.InferenceCounters;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models;
import io.talktrack.model.Models.Batching;
import io.talktrack.sentiment.LabelledText;
import io.talktrack.table.RecordEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Has labelled sentences read by a bundle, through the same operator that reads calls. */
final class Reading {
  static List<CachedInference> of(
      SparkSession spark, ModelBundle bundle, List<LabelledText> texts) {
    List<ModelInput> inputs = new ArrayList<>();
    for (int row = 0; row < texts.size(); row++) {
      inputs.add(new ModelInput(Integer.toString(row), texts.get(row).text()));
    }
    InferenceCounters counters = InferenceCounters.on(spark.sparkContext());
    Map<String, CachedInference> read =
        Models.infer(
                spark
                    .createDataset(inputs, RecordEncoder.of(ModelInput.class))
                    .repartition(spark.sparkContext().defaultParallelism()),
                bundle,
                Batching.CPU,
                counters)
            .collectAsList()
            .stream()
            .collect(toMap(CachedInference::inputKey, inference -> inference));

    List<CachedInference> inOrder = new ArrayList<>();
    for (ModelInput input : inputs) {
      inOrder.add(read.get(input.inputKey()));
    }
    return inOrder;
  }

  static float[] embedding(CachedInference inference) {
    float[] values = new float[inference.embedding().length / Float.BYTES];
    ByteBuffer.wrap(inference.embedding())
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return values;
  }

  /** What a bundle without heads makes of a text. */
  static float[] features(CachedInference inference) {
    float[] values = new float[inference.outputs().size()];
    for (int column = 0; column < values.length; column++) {
      values[column] = inference.outputs().get(column);
    }
    return values;
  }

  private Reading() {}
}
