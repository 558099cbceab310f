package io.talktrack.jobs.bench;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.talktrack.inference.CachedInference;
import io.talktrack.inference.ModelInput;
import io.talktrack.model.InferenceCounters;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models;
import io.talktrack.model.Models.Batching;
import io.talktrack.table.RecordEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** Has the operator read any number of texts, and notes the memory meanwhile. */
final class StreamedTexts {
  private static final double FIRST_SAMPLE_SECONDS = 2;
  private static final double NEXT_SAMPLE = 1.25;

  private final SparkSession spark;
  private final ModelBundle bundle;
  private final Batching batching;

  StreamedTexts(SparkSession spark, ModelBundle bundle, Batching batching) {
    this.spark = spark;
    this.bundle = bundle;
    this.batching = batching;
  }

  /** A line now and then, ever less often. */
  List<String> read(List<String> texts, int count) {
    int cores = spark.sparkContext().defaultParallelism();
    String[] own = texts.toArray(String[]::new);
    Dataset<ModelInput> inputs =
        spark
            .range(0, count, 1, cores)
            .as(Encoders.LONG())
            .map(
                (MapFunction<Long, ModelInput>)
                    number ->
                        new ModelInput(
                            Long.toString(number), own[(int) (number % own.length)] + " " + number),
                RecordEncoder.of(ModelInput.class));
    InferenceCounters counters = InferenceCounters.on(spark.sparkContext());
    Dataset<CachedInference> read = Models.infer(inputs, bundle, batching, counters);

    List<String> lines = new ArrayList<>();
    long start = System.nanoTime();
    FutureTask<Void> reading =
        new FutureTask<>(() -> read.write().format("noop").mode("overwrite").save(), null);
    new Thread(reading, "streamed-texts").start();
    double next = FIRST_SAMPLE_SECONDS;
    try {
      while (!reading.isDone()) {
        try {
          reading.get((long) (1000 * next) - (System.nanoTime() - start) / 1_000_000, MILLISECONDS);
        } catch (TimeoutException stillReading) {
          lines.add(memory(next));
          next *= NEXT_SAMPLE;
        }
      }
      reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The benchmark was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The operator failed on the benchmark's texts", e);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d texts streamed in %.0f s, %.0f a second; %,d forward passes",
            counters.texts().sum(),
            seconds,
            counters.texts().sum() / seconds,
            counters.forwardPasses().sum()));
    return lines;
  }

  private static String memory(double seconds) {
    return String.format(
        Locale.ROOT,
        "after %.0f s: %s MB resident",
        seconds,
        Resources.residentMegabytes().isPresent()
            ? Resources.residentMegabytes().getAsLong()
            : "unknown");
  }
}
