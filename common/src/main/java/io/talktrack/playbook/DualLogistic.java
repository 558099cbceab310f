package io.talktrack.playbook;

import java.util.List;

/**
 * An L2-regularised logistic regression in terms of its examples: each has a coefficient, and the
 * weights are the sum of coefficient times embedding. All sums run in the examples' order.
 */
final class DualLogistic {
  private static final double RIDGE = 0.01;
  private static final int STEPS = 600;

  // Embeddings have length 1 and the shares sum to 1, so the loss curves by at most a quarter of 2
  // (embedding and intercept) plus the ridge: a step of its inverse cannot overshoot.
  private static final double STEP = 1 / (0.5 + RIDGE);

  private final double[] coefficients;
  private double intercept;

  private DualLogistic(int examples) {
    coefficients = new double[examples];
  }

  /**
   * Fits by gradient descent.
   *
   * @param products of every example's embedding with every other's
   * @param share of each example in the loss; they sum to 1, and 0 leaves an example out
   */
  static DualLogistic fit(double[][] products, boolean[] isPositive, double[] share) {
    int n = share.length;
    DualLogistic fit = new DualLogistic(n);
    double[] change = new double[n];
    for (int step = 0; step < STEPS; step++) {
      double slope = RIDGE * fit.intercept;
      for (int i = 0; i < n; i++) {
        if (share[i] > 0) {
          double error = share[i] * (fit.probability(products[i]) - (isPositive[i] ? 1 : 0));
          change[i] = STEP * (error + RIDGE * fit.coefficients[i]);
          slope += error;
        }
      }

      for (int i = 0; i < n; i++) {
        fit.coefficients[i] -= change[i];
      }
      fit.intercept -= STEP * slope;
    }
    return fit;
  }

  /** The probability of something, given the products of its embedding with the examples'. */
  double probability(double[] products) {
    double sum = intercept;
    for (int i = 0; i < coefficients.length; i++) {
      sum += coefficients[i] * products[i];
    }
    return logistic(sum);
  }

  double intercept() {
    return intercept;
  }

  double[] weights(List<float[]> examples) {
    double[] weights = new double[examples.get(0).length];
    for (int i = 0; i < coefficients.length; i++) {
      for (int d = 0; d < weights.length; d++) {
        weights[d] += coefficients[i] * examples.get(i)[d];
      }
    }
    return weights;
  }

  static double[][] products(List<float[]> examples) {
    int n = examples.size();
    double[][] products = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = product(examples.get(i), examples.get(j));
        products[j][i] = products[i][j];
      }
    }
    return products;
  }

  private static double product(float[] left, float[] right) {
    double sum = 0;
    for (int d = 0; d < left.length; d++) {
      sum += (double) left[d] * right[d];
    }
    return sum;
  }

  // Math.exp may differ by a bit between machines
  static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
