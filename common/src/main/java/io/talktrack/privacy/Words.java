package io.talktrack.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a text in Latin letters, with where they stand. */
record Words(String text, List<Word> all) {
  /**
   * A word without its possessive {@code 's}.
   *
   * @param gap what stands between the word before and this one, as far as it is short
   */
  record Word(String text, String lower, int start, int end, String gap) {
    boolean isCapital() {
      return Character.isUpperCase(text.charAt(0));
    }

    /** Written as names are: a capital, then small letters somewhere. */
    boolean isNameLike() {
      return isCapital()
          && text.length() > 1
          && text.chars().anyMatch(Character::isLowerCase)
          && text.chars().noneMatch(Character::isDigit);
    }

    boolean isInitial() {
      return text.length() == 1 && isCapital();
    }
  }

  private static final int LONGEST_GAP = 6;

  static Words of(Passage passage) {
    String text = passage.plain();
    List<Word> words = new ArrayList<>();
    int before = 0;
    int at = 0;
    while (at < text.length()) {
      if (!isLetter(text.charAt(at))) {
        at++;
        continue;
      }

      int end = at + 1;
      while (end < text.length() && isInWord(text, end)) {
        end++;
      }

      int bare = isPossessive(text, at, end) ? end - 2 : end;
      String gap = at - before > LONGEST_GAP ? "      " : text.substring(before, at);
      String word = text.substring(at, bare);
      words.add(new Word(word, word.toLowerCase(Locale.ROOT), at, bare, gap));
      before = bare;
      at = end;
    }

    return new Words(text, words);
  }

  int size() {
    return all.size();
  }

  Word get(int index) {
    return all.get(index);
  }

  /** Whether the word follows the one before after a space, perhaps with an initial's full stop. */
  boolean isNext(int index) {
    if (index <= 0 || index >= size()) {
      return false;
    }

    String gap = get(index).gap();
    return gap.equals(" ") || (gap.equals(". ") && get(index - 1).text().length() == 1);
  }

  /** What stands right after a word, a space where the text ends. */
  char after(int index) {
    int end = get(index).end();
    return end < text.length() ? text.charAt(end) : '\n';
  }

  /** Whether a sentence or a line begins with the word. */
  boolean opensSentence(int index) {
    int start = get(index).start();
    String gap = get(index).gap();
    return index == 0
        || start == 0
        || gap.indexOf('.') >= 0
        || gap.indexOf('!') >= 0
        || gap.indexOf('?') >= 0
        || gap.indexOf('\n') >= 0;
  }

  private static boolean isPossessive(String text, int start, int end) {
    return end - start > 2
        && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '’')
        && Character.toLowerCase(text.charAt(end - 1)) == 's';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '\u00c0' && c < '\u0250' && c != '×' && c != '÷')
        || (c >= '\u0370' && c < '\u0530')
        || (c >= '\u1e00' && c < '\u2000');
  }

  private static boolean isInWord(String text, int at) {
    char c = text.charAt(at);
    boolean isJoined =
        (c == '\'' || c == '’' || c == '-')
            && at + 1 < text.length()
            && isLetter(text.charAt(at + 1));
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || isJoined;
  }
}
