package io.talktrack.jobs.models;

import java.util.Arrays;
import java.util.Random;

/**
 * Multinomial logistic regression by Adam (Kingma and Ba 2015) with an L2 penalty, on one thread
 * and in a seeded order: the same rows give the same weights.
 *
 * <p>Rows hold long dense parts that several rows share, which Spark ML's vectors would copy.
 */
final class SoftmaxRegression {
  private static final int ROUNDS = 24;
  private static final int BATCH = 64;
  private static final double RATE = 1e-3;
  private static final double MEMORY = 0.9;
  private static final double MEMORY_OF_SQUARES = 0.999;

  private final int labels;
  private final double penalty;
  private final int width;
  private final double[] weights;

  /** A word: two parts side by side, and its label. */
  record Row(float[] dense, float[] signs, int label) {}

  /**
   * @param width of both parts of a row together
   * @param penalty on squared weights, per row
   */
  SoftmaxRegression(int labels, int width, double penalty) {
    this.labels = labels;
    this.width = width;
    this.penalty = penalty;
    this.weights = new double[labels * (width + 1)];
  }

  /** Fits to standardised rows and gives per label the weights of both parts and then the bias. */
  double[][] fit(Row[] rows) {
    double[] gradient = new double[weights.length];
    double[] mean = new double[weights.length];
    double[] square = new double[weights.length];
    int[] order = new int[rows.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }

    Random random = new Random(11);
    int steps = ROUNDS * ((rows.length + BATCH - 1) / BATCH);
    int step = 0;
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, random);
      for (int from = 0; from < order.length; from += BATCH) {
        int to = Math.min(order.length, from + BATCH);
        addGradient(rows, order, from, to, gradient);
        step++;
        double left = 1 - (double) (step - 1) / steps;
        update(gradient, mean, square, to - from, step, RATE * left);
      }
    }

    double[][] fitted = new double[labels][];
    for (int label = 0; label < labels; label++) {
      fitted[label] = Arrays.copyOfRange(weights, label * (width + 1), (label + 1) * (width + 1));
    }

    return fitted;
  }

  private void addGradient(Row[] rows, int[] order, int from, int to, double[] gradient) {
    double[] scores = new double[labels];
    for (int i = from; i < to; i++) {
      Row row = rows[order[i]];
      score(row, scores);
      for (int label = 0; label < labels; label++) {
        double error = scores[label] - (label == row.label() ? 1 : 0);
        int at = label * (width + 1);
        for (float value : row.dense()) {
          gradient[at++] += error * value;
        }

        for (float value : row.signs()) {
          gradient[at++] += error * value;
        }

        gradient[at] += error;
      }
    }
  }

  private void score(Row row, double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < labels; label++) {
      int at = label * (width + 1);
      double sum = 0;
      for (float value : row.dense()) {
        sum += weights[at++] * value;
      }

      for (float value : row.signs()) {
        sum += weights[at++] * value;
      }

      scores[label] = sum + weights[at];
      most = Math.max(most, scores[label]);
    }

    double total = 0;
    for (int label = 0; label < labels; label++) {
      scores[label] = Math.exp(scores[label] - most);
      total += scores[label];
    }

    for (int label = 0; label < labels; label++) {
      scores[label] /= total;
    }
  }

  private void update(
      double[] gradient, double[] mean, double[] square, int rows, int step, double rate) {
    double warm = 1 - Math.pow(MEMORY, step);
    double warmSquares = 1 - Math.pow(MEMORY_OF_SQUARES, step);
    for (int at = 0; at < weights.length; at++) {
      boolean isBias = at % (width + 1) == width;
      double slope = gradient[at] / rows + (isBias ? 0 : penalty * weights[at]);
      mean[at] = MEMORY * mean[at] + (1 - MEMORY) * slope;
      square[at] = MEMORY_OF_SQUARES * square[at] + (1 - MEMORY_OF_SQUARES) * slope * slope;
      weights[at] -= rate * (mean[at] / warm) / (Math.sqrt(square[at] / warmSquares) + 1e-8);
      gradient[at] = 0;
    }
  }

  private static void shuffle(int[] order, Random random) {
    for (int last = order.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
  }
}
