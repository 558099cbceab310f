package io.talktrack.jobs.models;

import io.talktrack.inference.CachedInference;
import io.talktrack.model.Head;
import io.talktrack.model.ModelBundle;
import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/** Measures a bundle on labelled sentences, through the graph that ships. */
final class HeadEvaluation {
  static List<HeadQuality> of(SparkSession spark, ModelBundle bundle, List<LabelledText> texts) {
    List<CachedInference> read = Reading.of(spark, bundle, texts);
    List<HeadQuality> qualities = new ArrayList<>();
    int offset = 0;
    for (Head head : bundle.heads()) {
      int labels = head.labels().size();
      List<float[]> outputs = new ArrayList<>();
      for (CachedInference inference : read) {
        float[] probabilities = new float[labels];
        for (int label = 0; label < labels; label++) {
          probabilities[label] = inference.outputs().get(offset + label);
        }
        outputs.add(probabilities);
      }
      offset += labels;
      qualities.add(HeadQuality.of(taskOf(head), head, texts, outputs));
    }
    return qualities;
  }

  private static HeadTask taskOf(Head head) {
    return HeadTask.valueOf(head.name().toUpperCase(Locale.ROOT));
  }

  /** A table in Markdown: precision, recall and F1 per label. */
  static String table(List<HeadQuality> qualities) {
    StringBuilder table =
        new StringBuilder(
            "| head | label | precision | recall | F1 | sentences |\n|---|---|---|---|---|---|\n");
    for (HeadQuality quality : qualities) {
      for (LabelQuality label : quality.labels()) {
        if (label.support() > 0) {
          table.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %s | %.3f | %.3f | %.3f | %d |%n",
                  label.head(),
                  label.label(),
                  label.precision(),
                  label.recall(),
                  label.f1(),
                  label.support()));
        }
      }
      table.append(
          String.format(
              Locale.ROOT,
              "| **%s** | macro-F1 **%.3f**, calibration error %.3f%s | | | | |%n",
              quality.head(),
              quality.macroF1(),
              quality.calibrationError(),
              quality.hardNegatives() == 0
                  ? ""
                  : String.format(
                      Locale.ROOT,
                      ", false alarms on hard negatives %d of %d",
                      quality.falseAlarms(),
                      quality.hardNegatives())));
    }
    return table.toString();
  }

  /** Share of sentences whose embedding has a cosine above 0.95 with another one's, in per cent. */
  static double nearDuplicatePercent(List<CachedInference> read) {
    List<float[]> embeddings = read.stream().map(Reading::embedding).toList();
    int near = 0;
    for (int row = 0; row < embeddings.size(); row++) {
      if (hasNeighbour(embeddings, row)) {
        near++;
      }
    }
    return 100.0 * near / embeddings.size();
  }

  private static boolean hasNeighbour(List<float[]> embeddings, int row) {
    for (int other = 0; other < embeddings.size(); other++) {
      if (other != row && dot(embeddings.get(row), embeddings.get(other)) > 0.95) {
        return true;
      }
    }
    return false;
  }

  private static double dot(float[] left, float[] right) {
    double sum = 0;
    for (int column = 0; column < left.length; column++) {
      sum += left[column] * (double) right[column];
    }
    return sum;
  }

  private HeadEvaluation() {}
}
