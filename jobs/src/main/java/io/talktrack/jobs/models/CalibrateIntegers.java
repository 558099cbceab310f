package io.talktrack.jobs.models;

import io.talktrack.inbox.LabelledTexts;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.model.ActivationRanges;
import io.talktrack.model.IntegerVerdict;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the scales of an int8 bundle on training sentences, and what int8 costs and brings on
 * the others: F1 of every head, and speed on one core. Both are kept beside the heads.
 */
public final class CalibrateIntegers implements Job {
  private static final int READ = 300;
  private static final int TIMED = 500;
  private static final int ROUNDS = 3;

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
    List<HeadQuality> before = HeadEvaluation.of(spark, exact, test);
    List<HeadQuality> after = HeadEvaluation.of(spark, rounded, test);
    IntegerVerdict verdict =
        IntegerVerdict.here(
            ModelBundle.version(trained, Optional.of(ranges)),
            test.size(),
            gain(exact, rounded, test.stream().map(LabelledText::text).toList()),
            lostPoints(before, after));
    Path folder = heads.resolve(trained.name());
    ranges.save(folder);
    verdict.save(folder);
    return new Outcome.Wrote(
        told(verdict, before, after),
        List.of(
            new Counter("calibration_sentences", ranges.sentences()),
            new Counter("test_sentences", test.size())));
  }

  /** By head, of macro-F1 from 0 to 100; a head that no sentence tests is left out. */
  static Map<String, Double> lostPoints(List<HeadQuality> before, List<HeadQuality> after) {
    Map<String, Double> lost = new TreeMap<>();
    for (int head = 0; head < before.size(); head++) {
      double exactly = before.get(head).macroF1();
      if (!Double.isNaN(exactly)) {
        lost.put(before.get(head).head(), 100 * (exactly - after.get(head).macroF1()));
      }
    }
    return lost;
  }

  private String told(IntegerVerdict verdict, List<HeadQuality> before, List<HeadQuality> after) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: int8 is %.2f times as fast as fp32 on one core (%s), on %,d test sentences, so %s",
            trained.name(),
            verdict.gain(),
            verdict.processor(),
            verdict.sentences(),
            verdict
                .against(verdict.processor())
                .map("fp32 is better here: int8 %s"::formatted)
                .orElse("it pays here: set models.precision to auto or int8")));
    for (int head = 0; head < before.size(); head++) {
      String name = before.get(head).head();
      if (verdict.lostPoints().containsKey(name)) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  %s: macro-F1 %.4f fp32, %.4f int8 (%+.2f points)",
                name,
                before.get(head).macroF1(),
                after.get(head).macroF1(),
                -verdict.lostPoints().get(name)));
      }
    }
    return String.join("\n", lines);
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
