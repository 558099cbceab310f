package io.talktrack.report.page;

/**
 * What somebody said, redacted, cut around the words that a score rests on.
 *
 * @param carrying the words; everything that was said where they are not known
 */
public record SaidWords(String before, String carrying, String after) {
  public String text() {
    return before + carrying + after;
  }

  public boolean isWhole() {
    return before.isBlank() && after.isBlank();
  }
}
