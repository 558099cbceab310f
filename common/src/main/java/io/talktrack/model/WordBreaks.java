package io.talktrack.model;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.BitSet;

/** Where a text must not be cut: inside a word, which in Chinese HanLP tells. One per task. */
final class WordBreaks {
  private final Segment chinese;

  private WordBreaks(Segment chinese) {
    this.chinese = chinese;
  }

  static WordBreaks of(String language) {
    return new WordBreaks(language.equals("zh") ? Tokens.chineseSegment() : null);
  }

  /** The code points that go on with the word of the one before them. */
  BitSet insides(String text) {
    int[] characters = text.codePoints().toArray();
    BitSet insides = new BitSet(characters.length);
    for (int position = 1; position < characters.length; position++) {
      insides.set(position, isJoined(characters[position - 1]) && isJoined(characters[position]));
    }
    if (chinese != null) {
      for (Term term : chinese.seg(text)) {
        int start = text.codePointCount(0, term.offset);
        insides.set(
            start + 1, start + Math.max(1, term.word.codePointCount(0, term.word.length())));
      }
    }
    return insides;
  }

  private static boolean isJoined(int character) {
    return character == '\''
        || character == '\u2019'
        || (Character.isLetterOrDigit(character) && !Character.isIdeographic(character));
  }
}
