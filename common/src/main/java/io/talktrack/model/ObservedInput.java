package io.talktrack.model;

import io.talktrack.model.ActivationRanges.Range;
import java.nio.FloatBuffer;
import java.util.Locale;

/**
 * What one input of an encoder's products was on sentences, which are read twice: first for the
 * extremes, then to see between which values all but the rarest lie.
 */
final class ObservedInput {
  // a few single numbers are so large that they would make all others coarse
  private static final double RARE = 5e-5;
  private static final int BINS = 8192;
  // below this a feature says nothing, and dividing by it would only blow noise up
  private static final float LEAST_MAGNITUDE = 1e-3f;

  private final float[] least;
  private final float[] most;
  private final float[] heaviest;
  private final long[] bins = new long[BINS];
  private float[] smoothing = new float[0];
  private float lowest;
  private float highest;

  ObservedInput(int features) {
    least = new float[features];
    most = new float[features];
    heaviest = new float[features];
  }

  /** Notes the largest weight on each feature. */
  void weigh(EncoderProduct product) {
    float[] values = product.values();
    for (int place = 0; place < values.length; place++) {
      int feature = place / product.columns();
      heaviest[feature] = Math.max(heaviest[feature], Math.abs(values[place]));
    }
  }

  void see(FloatBuffer values) {
    for (int feature = 0; values.hasRemaining(); feature = (feature + 1) % least.length) {
      float value = values.get();
      least[feature] = Math.min(least[feature], value);
      most[feature] = Math.max(most[feature], value);
    }
  }

  /** Has large features on small weights made smaller, and the other way about. */
  void smooth() {
    float[] divisors = new float[least.length];
    for (int feature = 0; feature < divisors.length; feature++) {
      float magnitude = Math.max(-least[feature], most[feature]);
      divisors[feature] =
          rounded(
              Math.sqrt(
                  Math.max(magnitude, LEAST_MAGNITUDE)
                      / Math.max(heaviest[feature], LEAST_MAGNITUDE)));
    }
    smoothing = divisors;
  }

  /** Ends the first reading. */
  void settle() {
    for (int feature = 0; feature < least.length; feature++) {
      lowest = Math.min(lowest, least[feature] / divisor(feature));
      highest = Math.max(highest, most[feature] / divisor(feature));
    }
  }

  void count(FloatBuffer values) {
    float width = (highest - lowest) / BINS;
    for (int feature = 0; values.hasRemaining(); feature = (feature + 1) % least.length) {
      int bin = (int) ((values.get() / divisor(feature) - lowest) / width);
      bins[Math.max(0, Math.min(BINS - 1, bin))]++;
    }
  }

  Range range() {
    long all = 0;
    for (long bin : bins) {
      all += bin;
    }
    long rare = (long) (all * RARE);
    int first = 0;
    for (long below = bins[0]; below <= rare && first < BINS - 1; below += bins[++first]) {}
    int last = BINS - 1;
    for (long above = bins[last]; above <= rare && last > first; above += bins[--last]) {}
    float width = (highest - lowest) / BINS;
    return new Range(
        rounded(lowest + first * width), rounded(lowest + (last + 1) * width), smoothing);
  }

  private float divisor(int feature) {
    return smoothing.length > 0 ? smoothing[feature] : 1;
  }

  // what is shipped as text is the same when it is read again
  private static float rounded(double value) {
    return Float.parseFloat(String.format(Locale.ROOT, "%.3e", value));
  }
}
