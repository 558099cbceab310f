package io.talktrack.jobs.models;

import io.talktrack.inbox.LabelledTexts;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.model.ModelBundle;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.sentiment.LabelledText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/**
 * Measures a bundle on labelled sentences: precision, recall and F1 per label, calibration, false
 * alarms, and how many sentences nearly repeat another.
 *
 * <p>Sentences that share a scenario with training are left out, so the shipped data gives the
 * shipped card's figures.
 */
public final class EvaluateHeads implements Job {
  private final SparkSession spark;
  private final ModelBundle bundle;
  private final Path data;

  public EvaluateHeads(SparkSession spark, ModelBundle bundle, Path data) {
    this.spark = spark;
    this.bundle = bundle;
    this.data = data;
  }

  @Override
  public String name() {
    return "models evaluate";
  }

  @Override
  public Outcome run() {
    List<LabelledText> texts =
        LabelledTexts.read(data).stream()
            .filter(text -> text.language().equals(bundle.language()))
            .toList();
    List<LabelledText> test = texts.stream().filter(LabelledText::isTest).toList();
    if (test.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot evaluate %s: %s holds no test sentence in language '%s'. Add sentences of more scenarios."
              .formatted(bundle.name(), data, bundle.language()));
    }
    double near = HeadEvaluation.nearDuplicatePercent(Reading.of(spark, bundle, texts));
    return new Outcome.Wrote(
        String.format(
            Locale.ROOT,
            "%s on %,d test sentences of %,d; near-duplicates (cosine above 0.95) %.2f %%%n%s",
            bundle.name(),
            test.size(),
            texts.size(),
            near,
            HeadEvaluation.table(HeadEvaluation.of(spark, bundle, test))),
        List.of(new Counter("test_sentences", test.size())));
  }
}
