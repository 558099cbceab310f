package io.talktrack.jobs.models;

/** Predicted against observed frequency in ten equal-width bins of probability. */
final class ReliabilityBins {
  private static final int BINS = 10;

  private final long[] counts = new long[BINS];
  private final double[] predicted = new double[BINS];
  private final long[] held = new long[BINS];

  void add(double probability, boolean holds) {
    int bin = Math.min(BINS - 1, (int) (probability * BINS));
    counts[bin]++;
    predicted[bin] += probability;
    held[bin] += holds ? 1 : 0;
  }

  /** Expected calibration error; NaN when nothing was added. */
  double error() {
    double sum = 0;
    long total = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(predicted[bin] - held[bin]);
      total += counts[bin];
    }
    return total == 0 ? Double.NaN : sum / total;
  }
}
