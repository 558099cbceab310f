package io.talktrack.privacy;

/**
 * A place in a passage that holds personal data.
 *
 * @param start first UTF-16 unit
 * @param end unit after it
 * @param probability that a model gives it, 1 where a rule found it
 */
record Span(PersonalData type, int start, int end, String rule, double probability) {
  /** A place that a rule found. */
  Span(PersonalData type, int start, int end, String rule) {
    this(type, start, end, rule, 1);
  }

  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
