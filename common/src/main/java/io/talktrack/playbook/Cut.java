package io.talktrack.playbook;

import java.io.Serializable;
import java.util.Arrays;

/** Where to draw the line between two groups of probabilities, and how well it parts them. */
record Cut(double threshold, double accuracy, double gap) implements Serializable {
  /**
   * The cut of highest balanced accuracy, of equals the widest, of equals the highest.
   *
   * @param positives how many of the probabilities, from the first on, should lie above
   */
  static Cut best(double[] probabilities, int positives) {
    double[] sorted = Arrays.stream(probabilities).sorted().distinct().toArray();
    Cut best = new Cut(0.5, 0.5, 0);
    for (int i = 0; i + 1 < sorted.length; i++) {
      double threshold = (sorted[i] + sorted[i + 1]) / 2;
      double accuracy = balancedAccuracy(threshold, probabilities, positives);
      double gap = sorted[i + 1] - sorted[i];
      boolean isBetter = accuracy > best.accuracy || (accuracy == best.accuracy && gap >= best.gap);
      best = isBetter ? new Cut(threshold, accuracy, gap) : best;
    }
    return best;
  }

  private static double balancedAccuracy(double threshold, double[] probabilities, int positives) {
    int found = 0;
    int kept = 0;
    for (int i = 0; i < probabilities.length; i++) {
      boolean isAbove = probabilities[i] >= threshold;
      found += i < positives && isAbove ? 1 : 0;
      kept += i < positives || isAbove ? 0 : 1;
    }
    int negatives = probabilities.length - positives;
    return ((double) found / positives + (double) kept / negatives) / 2;
  }
}
