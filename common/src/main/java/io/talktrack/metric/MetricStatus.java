package io.talktrack.metric;

/** How far a metric's value can be trusted. */
public enum MetricStatus {
  /** Taken from what the source says. */
  MEASURED,
  /** Taken from a stand-in, such as words for time; the reason says which. */
  ESTIMATED,
  /** Not known; the reason says why. */
  UNAVAILABLE
}
