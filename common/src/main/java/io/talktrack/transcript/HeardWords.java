package io.talktrack.transcript;

import io.talktrack.call.Word;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.List;

/** A speech service's words in a row, its punctuation joined to the words beside it. */
final class HeardWords {
  // past this a word is joined to no longer, so that no file makes one word grow without end
  private static final int MOST_CHARACTERS = 1000;

  private final List<Word> words = new ArrayList<>();
  private Long startMillis;
  private Long endMillis;

  void add(Word word) {
    if (!word.text().isEmpty()) {
      words.add(word);
      startMillis = startMillis == null ? word.startMillis() : startMillis;
      endMillis = word.endMillis() == null ? endMillis : word.endMillis();
    }
  }

  /** Joins the rest of a word to the last one; where there is none, a mark closes nothing. */
  void extend(Word rest) {
    if (words.isEmpty()) {
      return;
    }

    Word last = last();
    if (last.text().length() + rest.text().length() > MOST_CHARACTERS) {
      add(rest);
    } else {
      words.set(words.size() - 1, joined(last, rest));
      endMillis = rest.endMillis() == null ? endMillis : rest.endMillis();
    }
  }

  void close(String mark) throws UnreadableException {
    extend(word(null, null, mark, null));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  Word last() {
    return words.get(words.size() - 1);
  }

  /** Of the first word that has a time. */
  Long startMillis() {
    return startMillis;
  }

  /** Of the last word that has a time. */
  Long endMillis() {
    return endMillis;
  }

  List<Word> list() {
    return words;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      boolean spaced =
          text.length() > 0
              && !(isUnspaced(text.codePointBefore(text.length()))
                  && isUnspaced(word.text().codePointAt(0)));
      text.append(spaced ? " " : "").append(word.text());
    }

    return text.toString();
  }

  /** A word as its service gives it; a confidence outside 0 to 1 says nothing. */
  static Word word(Long startMillis, Long endMillis, String text, Double confidence)
      throws UnreadableException {
    if (text == null) {
      throw UnreadableException.file(Reason.MALFORMED);
    }

    boolean known = confidence != null && confidence >= 0 && confidence <= 1;
    return new Word(startMillis, endMillis, text.strip(), known ? confidence : null);
  }

  private static Word joined(Word word, Word rest) {
    Double confidence = word.confidence();
    if (confidence != null && rest.confidence() != null) {
      confidence = Math.min(confidence, rest.confidence());
    }

    return new Word(
        word.startMillis(),
        rest.endMillis() == null ? word.endMillis() : rest.endMillis(),
        word.text() + rest.text(),
        confidence);
  }

  /** Scripts that put no space between words, and the marks they use. */
  private static boolean isUnspaced(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, THAI -> true;
      default ->
          Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(
                  Character.UnicodeBlock.of(codePoint))
              || "，！？：；（）".indexOf(codePoint) >= 0;
    };
  }
}
