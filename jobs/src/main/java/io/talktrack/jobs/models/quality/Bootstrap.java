package io.talktrack.jobs.models.quality;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * 95 % intervals by drawing whole groups anew (Efron 1979; the percentile interval): sentences of
 * one conversation are not independent of each other.
 */
final class Bootstrap {
  private static final int DRAWS = 1_000;
  private static final long SEED = 20_260_601;

  /**
   * Of a value that is computed from sums.
   *
   * @param groups what each group adds to the sums
   */
  static Interval of(Collection<double[]> groups, ToDoubleFunction<double[]> value) {
    if (groups.isEmpty()) {
      return Interval.UNKNOWN;
    }
    List<double[]> all = List.copyOf(groups);
    double[] whole = new double[all.get(0).length];
    all.forEach(group -> add(whole, group));

    SplittableRandom random = new SplittableRandom(SEED);
    double[] drawn = new double[DRAWS];
    double[] sums = new double[whole.length];
    for (int draw = 0; draw < DRAWS; draw++) {
      Arrays.fill(sums, 0);
      for (int group = 0; group < all.size(); group++) {
        add(sums, all.get(random.nextInt(all.size())));
      }
      drawn[draw] = value.applyAsDouble(sums);
    }
    double[] sorted = Arrays.stream(drawn).filter(one -> !Double.isNaN(one)).sorted().toArray();
    return sorted.length == 0
        ? new Interval(value.applyAsDouble(whole), Double.NaN, Double.NaN)
        : new Interval(
            value.applyAsDouble(whole), quantile(sorted, 0.025), quantile(sorted, 0.975));
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  static void add(double[] sums, double[] more) {
    for (int place = 0; place < sums.length; place++) {
      sums[place] += more[place];
    }
  }

  private Bootstrap() {}
}
