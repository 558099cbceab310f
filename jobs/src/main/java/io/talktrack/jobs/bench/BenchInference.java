package io.talktrack.jobs.bench;

import static org.apache.spark.sql.functions.col;

import ai.onnxruntime.OrtException;
import io.talktrack.call.Turn;
import io.talktrack.inference.CachedInference;
import io.talktrack.inference.ModelInput;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.model.InferenceCounters;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models;
import io.talktrack.model.Models.Batching;
import io.talktrack.model.PlainRuntime;
import io.talktrack.table.Lake;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Times the inference operator against plain ONNX Runtime on the same texts, the two in turn, and
 * gives the medians. Cache and dedupe are off: every text is read in every round.
 */
public final class BenchInference implements Job {
  private final SparkSession spark;
  private final Lake lake;
  private final ModelBundle bundle;
  private final Batching batching;
  private final int texts;
  private final int rounds;

  public BenchInference(
      SparkSession spark, Lake lake, ModelBundle bundle, Batching batching, int texts, int rounds) {
    this.spark = spark;
    this.lake = lake;
    this.bundle = bundle;
    this.batching = batching;
    this.texts = texts;
    this.rounds = rounds;
  }

  @Override
  public String name() {
    return "bench inference";
  }

  @Override
  public Outcome run() {
    List<String> spoken = spoken();
    if (spoken.isEmpty()) {
      return new Outcome.Skipped(
          "the lake holds no turn in language "
              + bundle.language()
              + ": run `talktrack demo` first");
    }
    int cores = spark.sparkContext().defaultParallelism();
    List<Double> operator = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    InferenceCounters counters = InferenceCounters.on(spark.sparkContext());
    try (PlainRuntime runtime = new PlainRuntime(bundle)) {
      for (int round = -1; round < rounds; round++) {
        double seconds = seconds(() -> inSpark(spoken, cores, counters));
        double plainSeconds = seconds(() -> inPlain(runtime, spoken, cores));
        // the first round warms up
        if (round >= 0) {
          operator.add(spoken.size() / seconds);
          plain.add(spoken.size() / plainSeconds);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read model bundle " + bundle.folder(), e);
    } catch (OrtException e) {
      throw new IllegalArgumentException("Cannot load model bundle " + bundle.folder(), e);
    }
    return new Outcome.Wrote(
        String.format(
            Locale.ROOT,
            "%,d utterances on %d cores, median of %d rounds: operator %.0f/s, plain ONNX Runtime %.0f/s, ratio %.3f, padding %.1f %%, %d loads",
            spoken.size(),
            cores,
            rounds,
            median(operator),
            median(plain),
            median(operator) / median(plain),
            100.0 * (1 - counters.tokens().sum() / (double) counters.paddedTokens().sum()),
            counters.loads().sum()),
        counters.values());
  }

  private List<String> spoken() {
    List<String> own =
        lake.read(Tables.TURNS)
            .filter(col("language").equalTo(bundle.language()))
            .map((MapFunction<Turn, String>) Turn::text, Encoders.STRING())
            .distinct()
            .collectAsList();
    List<String> all = new ArrayList<>();
    for (int text = 0; !own.isEmpty() && text < texts; text++) {
      all.add(own.get(text % own.size()));
    }
    return all;
  }

  private void inSpark(List<String> spoken, int cores, InferenceCounters counters) {
    List<ModelInput> inputs = new ArrayList<>();
    for (int text = 0; text < spoken.size(); text++) {
      inputs.add(new ModelInput(Integer.toString(text), spoken.get(text)));
    }
    Dataset<CachedInference> read =
        Models.infer(
            spark.createDataset(inputs, RecordEncoder.of(ModelInput.class)).repartition(cores),
            bundle,
            batching,
            counters);
    read.write().format("noop").mode("overwrite").save();
  }

  private void inPlain(PlainRuntime runtime, List<String> spoken, int cores) {
    try {
      runtime.read(spoken, cores, batching.tokenBudget());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The benchmark was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("ONNX Runtime failed on the benchmark's texts", e);
    }
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
