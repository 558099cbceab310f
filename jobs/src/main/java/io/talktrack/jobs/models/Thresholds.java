package io.talktrack.jobs.models;

import java.util.Arrays;
import java.util.List;

/** Where a probability becomes a label, chosen on held-out predictions only. */
final class Thresholds {
  private static final double STEP = 0.01;
  private static final int LEAST_PERCENT = 30;

  /**
   * The probability at which precision and recall would be best together (F1) if the label held for
   * a share {@code prevalence} of the texts. Labelled sentences hold far more objections than calls
   * do, and a threshold fitted to them would raise a false alarm in every fourth sentence. Hits and
   * misses are counted by their calibrated probabilities, not by the few labels there are of a
   * type: one sentence more or less should not move a threshold. Never below 0.3: what is as good
   * as certainly not there is not reported, whatever F1 says.
   *
   * @param probabilities calibrated on the same texts
   */
  static double bestF1(double[] probabilities, double prevalence) {
    double positives = Arrays.stream(probabilities).sum();
    double wrongWeight =
        positives * (1 - prevalence) / (prevalence * Math.max(1, probabilities.length - positives));
    double best = 0.5;
    double bestF1 = -1;
    for (int percent = LEAST_PERCENT; percent < 95; percent++) {
      double threshold = percent / 100.0;
      double hits = 0;
      double wrong = 0;
      for (double probability : probabilities) {
        hits += probability >= threshold ? probability : 0;
        wrong += probability >= threshold ? 1 - probability : 0;
      }
      double f1 = 2 * hits / (hits + wrongWeight * wrong + positives);
      if (f1 > bestF1) {
        bestF1 = f1;
        best = threshold;
      }
    }
    return best;
  }

  /**
   * The least probability of a winning label at which it was right at least as often as wrong;
   * below it the head abstains.
   */
  static double answering(
      List<double[]> logits, List<Integer> labels, int label, double temperature) {
    for (double threshold = 1.0 / 3; threshold < 0.95; threshold += STEP) {
      int right = 0;
      int given = 0;
      for (int row = 0; row < logits.size(); row++) {
        double[] probabilities = Calibration.softmax(logits.get(row), temperature);
        boolean near = probabilities[label] >= threshold && probabilities[label] < threshold + 0.1;
        if (near && wins(probabilities, label)) {
          given++;
          right += labels.get(row) == label ? 1 : 0;
        }
      }
      if (given == 0 || 2 * right >= given) {
        return round(threshold);
      }
    }
    return 0.95;
  }

  static boolean wins(double[] probabilities, int label) {
    for (double probability : probabilities) {
      if (probability > probabilities[label]) {
        return false;
      }
    }
    return true;
  }

  private static double round(double threshold) {
    return Math.round(threshold * 100) / 100.0;
  }

  private Thresholds() {}
}
