package io.talktrack.forecast;

import java.util.Arrays;

/** Figures of a short row of numbers; null where the row is too short to tell. */
final class Series {
  private Series() {}

  static Double mean(double... values) {
    return values.length == 0 ? null : Arrays.stream(values).sum() / values.length;
  }

  static Double median(double... values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return null;
    }

    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Least squares over the positions 0, 1, 2, …: change per step. */
  static Double slope(double... values) {
    if (values.length < 2) {
      return null;
    }

    double middle = (values.length - 1) / 2.0;
    double mean = mean(values);
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < values.length; i++) {
      covariance += (i - middle) * (values[i] - mean);
      variance += (i - middle) * (i - middle);
    }

    return covariance / variance;
  }
}
