package io.talktrack.playbook;

import java.util.List;

/**
 * An L2-regularised logistic regression in terms of its examples: each has a coefficient, and the
 * weights are the sum of coefficient times embedding. Fitted by Newton's method (iteratively
 * reweighted least squares); all sums run in the examples' order.
 */
final class DualLogistic {
  private static final double RIDGE = 0.0005;
  private static final int MOST_STEPS = 25;
  private static final double CONVERGED = 1e-9;
  private static final double LEAST_CURVATURE = 1e-12;

  private final double[][] products;
  private final double[] wanted;
  private final double[] share;
  private final double[] curvature;
  private double[] coefficients;
  private double[] logits;

  private DualLogistic(double[][] products, double[] wanted, double[] share) {
    this.products = products;
    this.wanted = wanted;
    this.share = share;
    curvature = new double[share.length];
    coefficients = new double[share.length];
    logits = new double[share.length];
  }

  /**
   * Fits the regression.
   *
   * @param products of every example with every other, as {@link #products} makes them
   * @param wanted 1 or 0
   * @param share of each example in the loss, above 0; they sum to 1
   */
  static DualLogistic fit(double[][] products, double[] wanted, double[] share) {
    DualLogistic fit = new DualLogistic(products, wanted, share);
    for (int step = 0; step < MOST_STEPS; step++) {
      if (fit.improve() < CONVERGED) {
        break;
      }
    }
    return fit;
  }

  private double improve() {
    int n = share.length;
    Cholesky factor = factor();
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      double residual = share[i] * (wanted[i] - logistic(logits[i]));
      right[i] = Math.sqrt(curvature[i]) * (logits[i] + residual / curvature[i]);
    }

    double[] solution = factor.solve(right);
    for (int i = 0; i < n; i++) {
      coefficients[i] = Math.sqrt(curvature[i]) * solution[i];
    }

    double change = 0;
    for (int i = 0; i < n; i++) {
      double logit = 0;
      for (int j = 0; j < n; j++) {
        logit += products[i][j] * coefficients[j];
      }
      change = Math.max(change, Math.abs(logit - logits[i]));
      right[i] = logit;
    }
    logits = right;
    return change;
  }

  private Cholesky factor() {
    int n = share.length;
    for (int i = 0; i < n; i++) {
      double probability = logistic(logits[i]);
      curvature[i] = Math.max(LEAST_CURVATURE, share[i] * probability * (1 - probability));
    }

    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] =
            Math.sqrt(curvature[i]) * products[i][j] * Math.sqrt(curvature[j])
                + (i == j ? RIDGE : 0);
      }
    }
    return Cholesky.of(matrix);
  }

  /**
   * The probability of each example had it not been fitted on: one Newton step from the whole fit
   * (approximate leave-one-out, Rad and Maleki 2020).
   */
  double[] leftOut() {
    Cholesky factor = factor();
    double[] probabilities = new double[share.length];
    for (int i = 0; i < probabilities.length; i++) {
      double inverse = RIDGE * factor.inverseAt(i);
      double slope = share[i] * (logistic(logits[i]) - wanted[i]);
      probabilities[i] = logistic(logits[i] + slope * (1 - inverse) / (curvature[i] * inverse));
    }
    return probabilities;
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

  /** The intercept: every example is taken to have one more number, which is 1. */
  double intercept() {
    double sum = 0;
    for (double coefficient : coefficients) {
      sum += coefficient;
    }
    return sum;
  }

  static double[][] products(List<float[]> examples) {
    int n = examples.size();
    double[][] products = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = 1 + product(examples.get(i), examples.get(j));
        products[j][i] = products[i][j];
      }
    }
    return products;
  }

  // four sums side by side keep the processor busy
  private static double product(float[] left, float[] right) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < left.length; i += 4) {
      a += (double) left[i] * right[i];
      b += (double) left[i + 1] * right[i + 1];
      c += (double) left[i + 2] * right[i + 2];
      d += (double) left[i + 3] * right[i + 3];
    }
    for (; i < left.length; i++) {
      a += (double) left[i] * right[i];
    }
    return a + b + (c + d);
  }

  // Math.exp may differ by a bit between machines
  static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
