package io.talktrack.playbook;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells a criterion's turns from others: a logistic regression on the embeddings of a few lines.
 * The same lines in any order give the same bits.
 *
 * <p>Positive lines have half of the loss; negative lines and what reps say for other criteria
 * (where there is any) share the rest. The threshold comes from leaving each positive and negative
 * line out once: of all cuts between two neighbouring probabilities, the one that gets most lines
 * right (balanced accuracy), of equals the widest, and the middle of it.
 */
final class Prototype implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int FEWEST_LINES = 5;

  private final double[] weights;
  private final double intercept;
  private final Cut cut;

  private Prototype(double[] weights, double intercept, Cut cut) {
    this.weights = weights;
    this.intercept = intercept;
    this.cut = cut;
  }

  static Prototype fit(List<float[]> positives, List<float[]> negatives) {
    return fit(positives, negatives, List.of());
  }

  /**
   * Fits on at least five lines of either kind.
   *
   * @param others embeddings of lines of other criteria; they shape the weights, not the threshold
   */
  static Prototype fit(List<float[]> positives, List<float[]> negatives, List<float[]> others) {
    if (positives.size() < FEWEST_LINES || negatives.size() < FEWEST_LINES) {
      throw new IllegalArgumentException(
          "Cannot fit a criterion on %d positive and %d negative lines: it needs %d of each"
              .formatted(positives.size(), negatives.size(), FEWEST_LINES));
    }

    List<float[]> examples =
        Stream.of(positives, negatives, others)
            .flatMap(group -> group.stream().sorted(Arrays::compare))
            .toList();
    double[][] products = DualLogistic.products(examples);
    int own = positives.size() + negatives.size();
    boolean[] isPositive = new boolean[examples.size()];
    Arrays.fill(isPositive, 0, positives.size(), true);
    double[] leftOut = new double[own];
    for (int i = 0; i < own; i++) {
      double[] share = shares(positives.size(), own, examples.size(), i);
      leftOut[i] = DualLogistic.fit(products, isPositive, share).probability(products[i]);
    }

    double[] share = shares(positives.size(), own, examples.size(), -1);
    DualLogistic all = DualLogistic.fit(products, isPositive, share);
    return new Prototype(
        all.weights(examples), all.intercept(), Cut.best(leftOut, positives.size()));
  }

  double probability(float[] embedding) {
    if (embedding.length != weights.length) {
      throw new IllegalArgumentException(
          "Cannot score an embedding of %d numbers: the playbook's lines have %d. Use one encoder per language."
              .formatted(embedding.length, weights.length));
    }

    double sum = intercept;
    for (int d = 0; d < weights.length; d++) {
      sum += weights[d] * embedding[d];
    }
    return DualLogistic.logistic(sum);
  }

  double threshold() {
    return cut.threshold();
  }

  /** Balanced accuracy over the lines, each left out once: 0.5 is guessing. */
  double separation() {
    return cut.accuracy();
  }

  // examples are positives, then negatives up to own, then others
  private static double[] shares(int positives, int own, int examples, int leftOut) {
    double[] share = new double[examples];
    double ofNegatives = own == examples ? 0.5 : 0.25;
    fill(share, 0, positives, 0.5, leftOut);
    fill(share, positives, own, ofNegatives, leftOut);
    fill(share, own, examples, 0.25, leftOut);
    return share;
  }

  private static void fill(double[] share, int from, int to, double total, int leftOut) {
    boolean isShort = from <= leftOut && leftOut < to;
    for (int i = from; i < to; i++) {
      share[i] = i == leftOut ? 0 : total / (to - from - (isShort ? 1 : 0));
    }
  }
}
