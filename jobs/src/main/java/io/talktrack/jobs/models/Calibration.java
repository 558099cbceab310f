package io.talktrack.jobs.models;

import java.util.List;

/**
 * Makes probabilities mean what they say, from predictions on sentences that were held out.
 *
 * <p>One temperature for a head whose labels exclude each other (Guo et al. 2017, On Calibration of
 * Modern Neural Networks); slope and offset per label for a head of independent labels (Platt
 * 1999). Both keep the order of a label's scores.
 */
final class Calibration {
  private static final int STEPS = 100;

  /** Slope and offset on a logit. */
  record Scale(double slope, double offset) {
    double probability(double logit) {
      return sigmoid(slope * logit + offset);
    }
  }

  /** The temperature that makes the held-out labels most likely, by golden-section search. */
  static double temperature(List<double[]> logits, List<Integer> labels) {
    double low = Math.log(0.05);
    double high = Math.log(20);
    double ratio = (Math.sqrt(5) - 1) / 2;
    for (int step = 0; step < STEPS; step++) {
      double left = high - ratio * (high - low);
      double right = low + ratio * (high - low);
      if (loss(logits, labels, Math.exp(left)) < loss(logits, labels, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double loss(List<double[]> logits, List<Integer> labels, double temperature) {
    double sum = 0;
    for (int row = 0; row < logits.size(); row++) {
      sum -= Math.log(Math.max(1e-12, softmax(logits.get(row), temperature)[labels.get(row)]));
    }
    return sum;
  }

  static double[] softmax(double[] logits, double temperature) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double[] probabilities = new double[logits.length];
    double sum = 0;
    for (int label = 0; label < logits.length; label++) {
      probabilities[label] = Math.exp((logits[label] - largest) / temperature);
      sum += probabilities[label];
    }
    for (int label = 0; label < logits.length; label++) {
      probabilities[label] /= sum;
    }
    return probabilities;
  }

  /** Platt's slope and offset by Newton's method with his smoothed targets. */
  static Scale platt(double[] logits, boolean[] holds) {
    int positives = 0;
    for (boolean hold : holds) {
      positives += hold ? 1 : 0;
    }
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1.0 / (holds.length - positives + 2.0);

    double slope = 1;
    double offset = 0;
    for (int step = 0; step < STEPS; step++) {
      double gradientSlope = 0;
      double gradientOffset = 0;
      double slopeSlope = 1e-9;
      double slopeOffset = 0;
      double offsetOffset = 1e-9;
      for (int row = 0; row < logits.length; row++) {
        double probability = sigmoid(slope * logits[row] + offset);
        double error = probability - (holds[row] ? high : low);
        double weight = probability * (1 - probability);
        gradientSlope += error * logits[row];
        gradientOffset += error;
        slopeSlope += weight * logits[row] * logits[row];
        slopeOffset += weight * logits[row];
        offsetOffset += weight;
      }
      double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
      slope -= (offsetOffset * gradientSlope - slopeOffset * gradientOffset) / determinant;
      offset -= (slopeSlope * gradientOffset - slopeOffset * gradientSlope) / determinant;
    }
    return new Scale(slope, offset);
  }

  static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private Calibration() {}
}
