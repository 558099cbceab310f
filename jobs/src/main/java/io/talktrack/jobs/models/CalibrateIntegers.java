package io.talktrack.jobs.models;

import io.talktrack.inbox.LabelledTexts;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.model.ActivationRanges;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models.Batching;
import io.talktrack.model.PlainRuntime;
import io.talktrack.model.RangeFinder;
import io.talktrack.model.TrainedHeads;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.sentiment.LabelledText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the scales of an int8 bundle on training sentences, and what int8 costs and brings on
 * the others: F1 of every head, and speed on one core.
 */
public final class CalibrateIntegers implements Job {
  private static final int READ = 300;
  private static final int TIMED = 500;
  private static final int ROUNDS = 3;
  // an int8 bundle is worth it where it is this much faster at this loss, as a share of 1
  private static final double LEAST_GAIN = 1.2;
  private static final double MOST_LOSS = 0.005;

  private final SparkSession spark;
  private final TrainedHeads trained;
  private final Path data;
  private final Path heads;
  private final Path cache;

  /**
   * @param heads the folder that has one folder per trained bundle
   */
  public CalibrateIntegers(
      SparkSession spark, TrainedHeads trained, Path data, Path heads, Path cache) {
    this.spark = spark;
    this.trained = trained;
    this.data = data;
    this.heads = heads;
    this.cache = cache;
  }

  @Override
  public String name() {
    return "models calibrate";
  }

  @Override
  public Outcome run() {
    List<LabelledText> texts =
        LabelledTexts.read(data).stream()
            .filter(text -> text.language().equals(trained.language()))
            .toList();
    List<String> training =
        texts.stream().filter(text -> !text.isTest()).map(LabelledText::text).toList();
    List<LabelledText> test = texts.stream().filter(LabelledText::isTest).toList();
    if (training.isEmpty() || test.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot calibrate %s: %s holds %d sentences in language '%s' to measure on and %d to test with. Add sentences of more scenarios."
              .formatted(trained.name(), data, training.size(), trained.language(), test.size()));
    }

    ModelBundle exact = ModelBundle.build(trained, cache);
    ActivationRanges ranges = RangeFinder.find(exact, evenly(training, READ));
    ModelBundle rounded = ModelBundle.build(trained, Optional.of(ranges), cache);
    String verdict = compare(exact, rounded, test);
    ranges.save(heads.resolve(trained.name()));
    return new Outcome.Wrote(
        verdict,
        List.of(
            new Counter("calibration_sentences", ranges.sentences()),
            new Counter("test_sentences", test.size())));
  }

  private String compare(ModelBundle exact, ModelBundle rounded, List<LabelledText> test) {
    List<HeadQuality> before = HeadEvaluation.of(spark, exact, test);
    List<HeadQuality> after = HeadEvaluation.of(spark, rounded, test);
    List<String> lines = new ArrayList<>();
    double worst = 0;
    for (int head = 0; head < before.size(); head++) {
      double exactly = before.get(head).macroF1();
      double roughly = after.get(head).macroF1();
      if (!Double.isNaN(exactly)) {
        worst = Math.min(worst, roughly - exactly);
        lines.add(
            String.format(
                Locale.ROOT,
                "  %s: macro-F1 %.4f fp32, %.4f int8 (%+.2f points)",
                before.get(head).head(),
                exactly,
                roughly,
                100 * (roughly - exactly)));
      }
    }
    double gain = gain(exact, rounded, test.stream().map(LabelledText::text).toList());
    boolean pays = gain >= LEAST_GAIN && worst >= -MOST_LOSS;
    return String.format(
        Locale.ROOT,
        "%s: int8 is %.2f times as fast as fp32 on one core and loses at most %.2f points of F1 on %,d test sentences, so %s%n%s",
        trained.name(),
        gain,
        -100 * worst,
        test.size(),
        pays
            ? "it pays here: set models.precision to int8"
            : "fp32 is better here (int8 pays from 1.2 times at 0.5 points)",
        String.join("\n", lines));
  }

  private static double gain(ModelBundle exact, ModelBundle rounded, List<String> texts) {
    List<String> timed = evenly(texts, TIMED);
    try (PlainRuntime exactly = PlainRuntime.open(exact);
        PlainRuntime roughly = PlainRuntime.open(rounded)) {
      List<Double> gains = new ArrayList<>();
      for (int round = -1; round < ROUNDS; round++) {
        double gain = nanos(exactly, timed) / nanos(roughly, timed);
        // the first round warms up
        if (round >= 0) {
          gains.add(gain);
        }
      }
      return gains.stream().sorted().toList().get(ROUNDS / 2);
    }
  }

  private static double nanos(PlainRuntime runtime, List<String> texts) {
    long start = System.nanoTime();
    try {
      runtime.read(texts, 1, Batching.CPU.tokenBudget());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The measurement was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("ONNX Runtime failed on the test sentences", e);
    }
    return System.nanoTime() - start;
  }

  private static List<String> evenly(List<String> texts, int count) {
    int step = Math.max(1, texts.size() / count);
    List<String> chosen = new ArrayList<>();
    for (int text = 0; text < texts.size() && chosen.size() < count; text += step) {
      chosen.add(texts.get(text));
    }
    return chosen;
  }
}
