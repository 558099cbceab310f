package io.talktrack.coaching;

/**
 * A mean that adds up in any order to the same bits: values are summed in millionths, as a long.
 */
record Mean(long sumMicros, int measured, int estimated) {
  private static final double MICROS = 1_000_000;
  static final Mean EMPTY = new Mean(0, 0, 0);

  static Mean measured(double value) {
    return new Mean(Math.round(value * MICROS), 1, 0);
  }

  static Mean estimated(double value) {
    return new Mean(Math.round(value * MICROS), 0, 1);
  }

  Mean plus(Mean other) {
    return new Mean(
        sumMicros + other.sumMicros, measured + other.measured, estimated + other.estimated);
  }

  /** Null where nothing was added. */
  Double value() {
    int calls = measured + estimated;
    return calls == 0 ? null : sumMicros / MICROS / calls;
  }
}
