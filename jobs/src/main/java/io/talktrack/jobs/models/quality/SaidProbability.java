package io.talktrack.jobs.models.quality;

import io.talktrack.jobs.models.ReliabilityBins;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How probable a label was said to be, and whether it held.
 *
 * @param group what the text is part of; groups are independent of each other
 */
record SaidProbability(String group, double probability, boolean holds) {

  /** In tenths of probability. */
  static ReliabilityBins bins(List<SaidProbability> all) {
    ReliabilityBins bins = new ReliabilityBins();
    all.forEach(one -> bins.add(one.probability, one.holds));
    return bins;
  }

  /**
   * Expected calibration error. What is drawn anew keeps each tenth's gap in the direction that it
   * has in the whole: taken without a sign, chance alone would put nearly every draw above the
   * value.
   */
  static Interval calibrationError(List<SaidProbability> all) {
    int bins = ReliabilityBins.BINS;
    Collection<double[]> groups = gaps(all);
    double[] whole = new double[bins + 1];
    groups.forEach(group -> Bootstrap.add(whole, group));

    Interval error =
        Bootstrap.of(
            groups,
            sums -> {
              double sum = 0;
              for (int bin = 0; bin < bins; bin++) {
                sum += Math.signum(whole[bin]) * sums[bin];
              }
              return sum / sums[bins];
            });
    return new Interval(error.value(), Math.max(0, error.low()), error.high());
  }

  /** Per group: each tenth's probabilities less what held of them, then how many there are. */
  private static Collection<double[]> gaps(List<SaidProbability> all) {
    int bins = ReliabilityBins.BINS;
    Map<String, double[]> groups = new LinkedHashMap<>();
    for (SaidProbability one : all) {
      double[] sums = groups.computeIfAbsent(one.group, none -> new double[bins + 1]);
      sums[ReliabilityBins.binOf(one.probability)] += one.probability - (one.holds ? 1 : 0);
      sums[bins]++;
    }
    return groups.values();
  }
}
