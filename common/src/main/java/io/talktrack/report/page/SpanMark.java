package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

/**
 * Words of a turn to highlight: a half-open span of the redacted text, in Unicode code points.
 *
 * @param label what the reader sees: an objection type, a criterion, a tracker; spans may overlap
 */
public record SpanMark(int start, int end, MarkKind kind, String label) {
  public SpanMark {
    requireNonNull(kind, "kind is null");
    requireNonNull(label, "label is null");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "A mark must be a half-open span: [%d, %d)".formatted(start, end));
    }
  }
}
