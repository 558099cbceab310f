package io.talktrack.playbook;

/**
 * The Cholesky factor of a small symmetric positive definite matrix. Sums always run in the same
 * order, so that equal matrices have factors of equal bits.
 */
final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  static Cholesky of(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] row = lower[i];
      for (int j = 0; j <= i; j++) {
        double[] above = lower[j];
        double sum = matrix[i][j] - product(row, above, j);
        row[j] = i == j ? Math.sqrt(sum) : sum / above[j];
      }
    }
    return new Cholesky(lower);
  }

  // four sums side by side keep the processor busy
  private static double product(double[] left, double[] right, int length) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      a += left[k] * right[k];
      b += left[k + 1] * right[k + 1];
      c += left[k + 2] * right[k + 2];
      d += left[k + 3] * right[k + 3];
    }
    for (; k < length; k++) {
      a += left[k] * right[k];
    }
    return a + b + (c + d);
  }

  double[] solve(double[] right) {
    int n = right.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }

    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /** The i-th number on the diagonal of the inverse. */
  double inverseAt(int i) {
    int n = lower.length;
    double[] column = new double[n];
    column[i] = 1 / lower[i][i];
    double sum = column[i] * column[i];
    for (int row = i + 1; row < n; row++) {
      double[] of = lower[row];
      double product = 0;
      for (int k = i; k < row; k++) {
        product -= of[k] * column[k];
      }
      column[row] = product / of[row];
      sum += column[row] * column[row];
    }
    return sum;
  }
}
