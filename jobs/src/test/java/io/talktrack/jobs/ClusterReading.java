package io.talktrack.jobs;

import io.talktrack.inference.CachedInference;
import io.talktrack.inference.ModelInput;
import io.talktrack.model.InferenceCounters;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models;
import io.talktrack.model.Models.Batching;
import io.talktrack.table.RecordEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * A program for spark-submit: the operator reads a file of texts, once to the end and then timed.
 */
public final class ClusterReading {
  // the same parts, however many executors share them
  private static final int PARTS = 8;
  private static final int ROUNDS = 3;

  /**
   * Writes {@code rows.txt} and {@code rates.txt}, texts a second.
   *
   * @param arguments the bundle's folder, the file of texts, the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    List<String> texts = Files.readAllLines(Path.of(arguments[1]));
    Path folder = Path.of(arguments[2]);
    Settings settings = SettingsReader.read(Optional.empty(), List.of(), Map.of());
    try (SparkSession spark = Sessions.open(settings)) {
      Dataset<CachedInference> read = read(spark, ModelBundle.open(Path.of(arguments[0])), texts);
      // loads the models too, which is not timed
      Files.write(
          folder.resolve("rows.txt"), read.toJSON().collectAsList().stream().sorted().toList());

      List<String> rates = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        read.write().format("noop").mode("overwrite").save();
        rates.add(Double.toString(texts.size() / ((System.nanoTime() - start) / 1e9)));
      }
      Files.write(folder.resolve("rates.txt"), rates);
    }
  }

  private static Dataset<CachedInference> read(
      SparkSession spark, ModelBundle bundle, List<String> texts) {
    List<ModelInput> inputs = new ArrayList<>();
    for (String text : texts) {
      inputs.add(new ModelInput(Integer.toString(inputs.size()), text));
    }
    return Models.infer(
        spark.createDataset(inputs, RecordEncoder.of(ModelInput.class)).repartition(PARTS),
        bundle,
        Batching.CPU,
        InferenceCounters.on(spark.sparkContext()));
  }

  private ClusterReading() {}
}
