package io.talktrack.jobs.models;

import java.util.ArrayList;
import java.util.List;

/** Predicted against observed frequency in ten equal-width bins of probability. */
public final class ReliabilityBins {
  public static final int BINS = 10;

  private final long[] counts = new long[BINS];
  private final double[] predicted = new double[BINS];
  private final long[] held = new long[BINS];

  public void add(double probability, boolean holds) {
    int bin = binOf(probability);
    counts[bin]++;
    predicted[bin] += probability;
    held[bin] += holds ? 1 : 0;
  }

  /** Which of the bins a probability is in, from 0. */
  public static int binOf(double probability) {
    return Math.min(BINS - 1, (int) (probability * BINS));
  }

  /**
   * One tenth of the probabilities.
   *
   * @param predicted their mean, NaN where there are none
   * @param held how often they were right
   */
  public record Bin(double from, long count, double predicted, double held) {}

  public List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      double count = counts[bin];
      bins.add(
          new Bin(bin / (double) BINS, counts[bin], predicted[bin] / count, held[bin] / count));
    }
    return bins;
  }

  /** Expected calibration error; NaN when nothing was added. */
  public double error() {
    double sum = 0;
    long total = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(predicted[bin] - held[bin]);
      total += counts[bin];
    }
    return total == 0 ? Double.NaN : sum / total;
  }
}
