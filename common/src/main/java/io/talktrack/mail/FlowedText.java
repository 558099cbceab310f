package io.talktrack.mail;

/** Joins the soft line breaks of {@code format=flowed} (RFC 3676), so that sentences are whole. */
final class FlowedText {
  private FlowedText() {}

  /**
   * The text with its lines as its author meant them.
   *
   * @param format the parameter of Content-Type, null where there is none
   */
  static String of(String text, String format) {
    if (!"flowed".equalsIgnoreCase(format)) {
      return text;
    }

    StringBuilder joined = new StringBuilder(text.length());
    int openDepth = -1;
    for (String line : text.split("\r?\n", -1)) {
      int depth = quoteDepth(line);
      String said = line.substring(depth);
      if (said.startsWith(" ")) {
        said = said.substring(1);
      }

      if (depth != openDepth || said.equals("-- ")) {
        joined.append(joined.isEmpty() ? "" : "\n");
        joined.append(">".repeat(depth)).append(depth > 0 ? " " : "");
      }

      joined.append(said);
      openDepth = said.endsWith(" ") && !said.equals("-- ") ? depth : -1;
    }

    return joined.toString();
  }

  private static int quoteDepth(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }

    return depth;
  }
}
