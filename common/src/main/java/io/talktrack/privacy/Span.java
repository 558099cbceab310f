package io.talktrack.privacy;

/**
 * A place in a passage that holds personal data.
 *
 * @param start first UTF-16 unit
 * @param end unit after it
 */
record Span(PersonalData type, int start, int end, String rule) {
  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
