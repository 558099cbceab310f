package io.talktrack.call;

import static java.util.Objects.requireNonNull;

/**
 * The words that caused a score: a half-open span of one unit's redacted text.
 *
 * @param unitNo the turn number in a call, the sentence number in an e-mail
 * @param start first Unicode code point of the span
 * @param end code point after the span
 */
public record Evidence(Source source, String sourceId, int unitNo, int start, int end) {
  public Evidence {
    requireNonNull(source, "source is null");
    requireNonNull(sourceId, "sourceId is null");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "Evidence must be a half-open span: [%d, %d)".formatted(start, end));
    }
  }

  /** The span that covers a whole unit: what evidence is until a narrower span is found. */
  public static Evidence whole(Source source, String sourceId, int unitNo, String text) {
    return new Evidence(source, sourceId, unitNo, 0, text.codePointCount(0, text.length()));
  }
}
