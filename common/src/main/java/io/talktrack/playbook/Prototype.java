package io.talktrack.playbook;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells a criterion's turns from others: a logistic regression on the embeddings of a few lines.
 * The same lines in any order give the same bits.
 *
 * <p>In the loss, positive lines weigh 0.5, negative ones 0.15 and what reps say for other criteria
 * or for none 0.35 (negative ones 0.5, where there are no others). {@link Cut} sets the threshold,
 * from the probability that each line has when it is left out.
 */
public final class Prototype implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final int FEWEST_LINES = 5;

  private static final double OF_POSITIVES = 0.5;
  private static final double OF_OTHERS = 0.35;

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
   * @param others embeddings of what reps say for other criteria or for none, any number
   */
  public static Prototype fit(
      List<float[]> positives, List<float[]> negatives, List<float[]> others) {
    if (positives.size() < FEWEST_LINES || negatives.size() < FEWEST_LINES) {
      throw new IllegalArgumentException(
          "Cannot fit a criterion on %d positive and %d negative lines: it needs %d of each"
              .formatted(positives.size(), negatives.size(), FEWEST_LINES));
    }

    List<float[]> examples =
        Stream.of(positives, negatives, others)
            .flatMap(group -> group.stream().sorted(Arrays::compare))
            .toList();
    int near = positives.size();
    int far = near + negatives.size();
    double ofOthers = others.isEmpty() ? 0 : OF_OTHERS;
    double[] wanted = new double[examples.size()];
    double[] share = new double[examples.size()];
    Arrays.fill(wanted, 0, near, 1);
    Arrays.fill(share, 0, near, OF_POSITIVES / near);
    Arrays.fill(share, near, far, (1 - OF_POSITIVES - ofOthers) / negatives.size());
    Arrays.fill(share, far, share.length, ofOthers / Math.max(1, others.size()));

    DualLogistic fit = DualLogistic.fit(DualLogistic.products(examples), wanted, share);
    double[] leftOut = fit.leftOut();
    return new Prototype(
        fit.weights(examples),
        fit.intercept(),
        Cut.best(
            Arrays.copyOfRange(leftOut, 0, near),
            Arrays.copyOfRange(leftOut, near, far),
            Arrays.copyOfRange(leftOut, far, leftOut.length)));
  }

  /** The probability that a turn meets the criterion, in a call where as many do as do not. */
  public double probability(float[] embedding) {
    if (embedding.length != weights.length) {
      throw new IllegalArgumentException(
          ("Cannot score an embedding of %d numbers: the playbook's lines have %d. "
                  + "Use one encoder per language.")
              .formatted(embedding.length, weights.length));
    }

    double sum = intercept;
    for (int d = 0; d < weights.length; d++) {
      sum += weights[d] * embedding[d];
    }
    return DualLogistic.logistic(sum);
  }

  /** The probability from which on a turn meets the criterion. */
  public double threshold() {
    return cut.threshold();
  }

  /** How well the lines can be told apart when left out, 0.5 (not at all) to 1. */
  public double separation() {
    return cut.separation();
  }
}
