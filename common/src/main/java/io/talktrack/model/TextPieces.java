package io.talktrack.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long text into pieces that an encoder reads whole, where a sentence, line or word ends.
 */
final class TextPieces {
  private static final String SENTENCE_ENDS = ".!?\n";

  /** A piece and the UTF-16 unit at which it begins. */
  record Piece(int start, String text) {}

  private TextPieces() {}

  /**
   * The pieces of a text, in order; blank ones are left out.
   *
   * @param longest UTF-16 units of a piece
   */
  static List<Piece> of(String text, int longest) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = from + longest >= text.length() ? text.length() : end(text, from, from + longest);
      String piece = text.substring(from, to);
      if (!piece.isBlank()) {
        pieces.add(new Piece(from, piece));
      }

      from = to;
    }

    return pieces;
  }

  private static int end(String text, int from, int limit) {
    int space = -1;
    for (int at = limit; at > from; at--) {
      boolean isSpace = Character.isWhitespace(text.charAt(at));
      if (isSpace && SENTENCE_ENDS.indexOf(text.charAt(at - 1)) >= 0) {
        return at;
      }

      space = isSpace && space < 0 ? at : space;
    }

    if (space > 0) {
      return space;
    }

    boolean isWithinPair =
        Character.isHighSurrogate(text.charAt(limit - 1))
            && Character.isLowSurrogate(text.charAt(limit));
    return isWithinPair && limit - 1 > from ? limit - 1 : limit;
  }
}
