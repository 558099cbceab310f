package io.talktrack.report.page;

/**
 * What somebody said, redacted, cut around the words that a score rests on.
 *
 * @param carrying the words; everything that was said where they are not known
 */
public record SaidWords(String before, String carrying, String after) {
  /** Cut at a half-open span of code points. */
  public static SaidWords of(String text, int start, int end) {
    int from = text.offsetByCodePoints(0, start);
    int to = text.offsetByCodePoints(from, end - start);
    return new SaidWords(text.substring(0, from), text.substring(from, to), text.substring(to));
  }

  public String text() {
    return before + carrying + after;
  }

  public boolean isWhole() {
    return before.isBlank() && after.isBlank();
  }
}
