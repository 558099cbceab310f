package io.talktrack.playbook;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Where a criterion's threshold lies, and how well its lines can be told apart.
 *
 * <p>The rule: of all cuts half-way between two neighbouring probabilities of left-out lines, take
 * the one with the highest (share of positive lines found) - 0.3 (share of negative lines found) -
 * 3 (share of other lines found), of equals the highest; but never below 0.5 nor above 0.6, because
 * a cut between few lines is a rough one. Other lines cost most because one call has dozens of
 * turns like them and each is a chance to be wrong.
 *
 * @param separation chance that a positive line beats a negative or other one (area under the ROC
 *     curve, negative and other lines weighing the same)
 */
record Cut(double threshold, double separation) implements Serializable {
  private static final double COST_OF_NEGATIVES = 0.3;
  private static final double COST_OF_OTHERS = 3;
  private static final double LOWEST = 0.5;
  private static final double HIGHEST = 0.6;

  static Cut best(double[] positives, double[] negatives, double[] others) {
    double[] sorted =
        DoubleStream.concat(
                Arrays.stream(positives),
                DoubleStream.concat(Arrays.stream(negatives), Arrays.stream(others)))
            .sorted()
            .distinct()
            .toArray();
    double best = Double.NEGATIVE_INFINITY;
    double threshold = 0.5;
    for (int i = 0; i + 1 < sorted.length; i++) {
      double cut = (sorted[i] + sorted[i + 1]) / 2;
      double worth =
          above(cut, positives)
              - COST_OF_NEGATIVES * above(cut, negatives)
              - COST_OF_OTHERS * above(cut, others);
      if (worth >= best) {
        best = worth;
        threshold = cut;
      }
    }

    double beatsNegatives = beats(positives, negatives);
    double separation =
        others.length == 0 ? beatsNegatives : (beatsNegatives + beats(positives, others)) / 2;
    return new Cut(Math.min(HIGHEST, Math.max(LOWEST, threshold)), separation);
  }

  private static double above(double cut, double[] probabilities) {
    return probabilities.length == 0
        ? 0
        : (double) Arrays.stream(probabilities).filter(p -> p >= cut).count()
            / probabilities.length;
  }

  private static double beats(double[] positives, double[] rest) {
    double wins = 0;
    for (double positive : positives) {
      for (double other : rest) {
        wins += positive > other ? 1 : positive == other ? 0.5 : 0;
      }
    }
    return wins / positives.length / rest.length;
  }
}
