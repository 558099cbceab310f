package io.talktrack.jobs.models.quality;

import java.util.Locale;

/** A measured value and its 95 % interval, which is NaN where it could not be told. */
record Interval(double value, double low, double high) {
  static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN);

  /**
   * A share with Wilson's interval (1927), which holds for few cases and for shares near 0 and 1.
   */
  static Interval ofShare(int cases, int of) {
    if (of == 0) {
      return UNKNOWN;
    }
    double z = 1.959964;
    double share = cases / (double) of;
    double middle = (share + z * z / (2 * of)) / (1 + z * z / of);
    double half =
        z * Math.sqrt(share * (1 - share) / of + z * z / (4.0 * of * of)) / (1 + z * z / of);
    return new Interval(share, Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /** The same of a thousand. */
  String perThousand() {
    return Double.isNaN(value)
        ? "–"
        : String.format(
            Locale.ROOT, "%.1f (%.1f to %.1f)", 1_000 * value, 1_000 * low, 1_000 * high);
  }

  @Override
  public String toString() {
    return Double.isNaN(value)
        ? "–"
        : String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
  }
}
