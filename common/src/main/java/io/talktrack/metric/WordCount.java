package io.talktrack.metric;

import io.talktrack.call.Turn;
import java.util.Collection;

/** How much a text says: words of alphabetic scripts, and Chinese characters. */
record WordCount(long words, long characters) {
  private static final long MILLIS_PER_WORD = 60_000 / 150;
  private static final long MILLIS_PER_CHARACTER = 60_000 / 240;

  /** Apostrophes and hyphens within a word, and points within a number, do not split it. */
  static WordCount of(String text) {
    long words = 0;
    long characters = 0;
    boolean inWord = false;
    int[] codePoints = text.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      int c = codePoints[i];
      if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
        characters++;
        inWord = false;
      } else if (Character.isLetterOrDigit(c)
          || Character.getType(c) == Character.NON_SPACING_MARK) {
        words += inWord ? 0 : 1;
        inWord = true;
      } else {
        inWord = inWord && (isWithinWord(c) || isWithinNumber(codePoints, i));
      }
    }

    return new WordCount(words, characters);
  }

  static WordCount of(Collection<Turn> turns) {
    return turns.stream().map(turn -> of(turn.text())).reduce(new WordCount(0, 0), WordCount::plus);
  }

  WordCount plus(WordCount other) {
    return new WordCount(words + other.words, characters + other.characters);
  }

  long total() {
    return words + characters;
  }

  boolean isChinese() {
    return characters > words;
  }

  /** At 150 words or 240 Chinese characters a minute. */
  long millisToSay() {
    return words * MILLIS_PER_WORD + characters * MILLIS_PER_CHARACTER;
  }

  private static boolean isWithinWord(int c) {
    return c == '\'' || c == '’' || c == '-' || c == '_';
  }

  private static boolean isWithinNumber(int[] codePoints, int i) {
    return (codePoints[i] == '.' || codePoints[i] == ',')
        && i + 1 < codePoints.length
        && Character.isDigit(codePoints[i + 1]);
  }
}
