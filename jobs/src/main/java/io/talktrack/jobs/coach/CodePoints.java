package io.talktrack.jobs.coach;

/** Cuts a text where evidence says: in Unicode code points, of which Java counts some twice. */
final class CodePoints {
  static String between(String text, int start, int end) {
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, end - start));
  }

  static String from(String text, int start) {
    return text.substring(text.offsetByCodePoints(0, start));
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private CodePoints() {}
}
