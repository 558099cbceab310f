package io.talktrack.jobs.models;

import io.talktrack.model.Head;
import io.talktrack.model.Head.Kind;
import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a head did on labelled sentences.
 *
 * @param calibrationError expected calibration error over ten equal-width bins (Guo et al. 2017),
 *     of the winning label, or of every label for independent ones
 * @param falseAlarms of sentences that look like a label and do not have it, how many got it
 */
record HeadQuality(
    String head,
    List<LabelQuality> labels,
    double calibrationError,
    int hardNegatives,
    int falseAlarms) {

  double macroF1() {
    return labels.stream()
        .filter(label -> label.support() > 0)
        .mapToDouble(LabelQuality::f1)
        .average()
        .orElse(Double.NaN);
  }

  /**
   * @param outputs per sentence the head's probabilities
   */
  static HeadQuality of(HeadTask task, Head head, List<LabelledText> texts, List<float[]> outputs) {
    int labels = head.labels().size();
    int[] hits = new int[labels];
    int[] wrong = new int[labels];
    int[] missed = new int[labels];
    int hardNegatives = 0;
    int falseAlarms = 0;
    ReliabilityBins bins = new ReliabilityBins();

    for (int row = 0; row < texts.size(); row++) {
      if (!task.covers(texts.get(row))) {
        continue;
      }
      List<String> truth = task.labelsOf(texts.get(row));
      boolean[] given = given(head, outputs.get(row));
      for (int label = 0; label < labels; label++) {
        String name = head.labels().get(label);
        boolean holds = truth.contains(name);
        hits[label] += given[label] && holds ? 1 : 0;
        wrong[label] += given[label] && !holds ? 1 : 0;
        missed[label] += !given[label] && holds ? 1 : 0;
        if (texts.get(row).hardNegativeFor().contains(name)) {
          hardNegatives++;
          falseAlarms += given[label] ? 1 : 0;
        }
        if (head.kind() == Kind.ANY_OF || wins(outputs.get(row), label)) {
          bins.add(outputs.get(row)[label], holds);
        }
      }
    }

    List<LabelQuality> qualities = new ArrayList<>();
    for (int label = 0; label < labels; label++) {
      qualities.add(
          new LabelQuality(
              head.name(), head.labels().get(label), hits[label], wrong[label], missed[label]));
    }
    return new HeadQuality(head.name(), qualities, bins.error(), hardNegatives, falseAlarms);
  }

  private static boolean[] given(Head head, float[] probabilities) {
    boolean[] given = new boolean[probabilities.length];
    for (int label = 0; label < given.length; label++) {
      given[label] =
          probabilities[label] >= head.thresholds()[label]
              && (head.kind() == Kind.ANY_OF || wins(probabilities, label));
    }
    return given;
  }

  private static boolean wins(float[] probabilities, int label) {
    for (float probability : probabilities) {
      if (probability > probabilities[label]) {
        return false;
      }
    }
    return true;
  }
}
