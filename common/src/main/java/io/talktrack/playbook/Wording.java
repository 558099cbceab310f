package io.talktrack.playbook;

import static java.lang.Character.UnicodeScript.HAN;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a phrase word for word, small slips allowed: the window of words, one more or fewer than
 * the phrase has, whose edit distance is at most a fifth of the longer one's letters.
 */
final class Wording {
  private static final double SLIPS = 0.2;
  private static final int NEGATION_REACH = 3;
  private static final Set<String> NEGATIONS =
      Set.of(
          "not",
          "no",
          "never",
          "cannot",
          "can't",
          "couldn't",
          "won't",
          "wouldn't",
          "don't",
          "doesn't",
          "nobody",
          "不",
          "没",
          "无",
          "别",
          "未");

  /** A word of Latin letters and digits, or one Han character; offsets are code points. */
  private record Word(String text, int start, int end) {}

  /** Where a phrase was said, in code points, and whether a negation stands in or before it. */
  record Match(int start, int end, int distance, boolean isNegated) {}

  static Optional<Match> find(String text, String phrase) {
    List<Word> words = words(text);
    List<Word> sought = words(phrase);
    String soughtLetters = letters(sought, 0, sought.size());
    Match best = null;
    for (int size = Math.max(1, sought.size() - 1); size <= sought.size() + 1; size++) {
      for (int from = 0; from + size <= words.size(); from++) {
        String letters = letters(words, from, from + size);
        double most = SLIPS * Math.max(letters.length(), soughtLetters.length());
        if (Math.abs(letters.length() - soughtLetters.length()) > most) {
          continue;
        }

        int distance = distance(letters, soughtLetters);
        boolean isNear = distance <= most;
        if (isNear && (best == null || distance < best.distance)) {
          best =
              new Match(
                  words.get(from).start,
                  words.get(from + size - 1).end,
                  distance,
                  isNegated(words, from, from + size, sought));
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Enough words to carry a meaning: four, or six Han characters. */
  static boolean isSentence(String text) {
    int han = 0;
    int others = 0;
    for (Word word : words(text)) {
      if (isHan(word.text.codePointAt(0))) {
        han++;
      } else {
        others++;
      }
    }
    return others >= 4 || han >= 6;
  }

  /** The Levenshtein distance. */
  static int distance(String left, String right) {
    char[] across = right.toCharArray();
    int[] previous = new int[across.length + 1];
    for (int j = 0; j <= across.length; j++) {
      previous[j] = j;
    }

    int[] current = new int[across.length + 1];
    for (int i = 1; i <= left.length(); i++) {
      char letter = left.charAt(i - 1);
      current[0] = i;
      for (int j = 1; j <= across.length; j++) {
        int swap = previous[j - 1] + (letter == across[j - 1] ? 0 : 1);
        current[j] = Math.min(swap, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] done = current;
      current = previous;
      previous = done;
    }
    return previous[across.length];
  }

  private static boolean isNegated(List<Word> words, int from, int to, List<Word> sought) {
    return negations(words.subList(Math.max(0, from - NEGATION_REACH), to)) > negations(sought);
  }

  private static long negations(List<Word> words) {
    return words.stream().filter(word -> NEGATIONS.contains(word.text)).count();
  }

  private static String letters(List<Word> words, int from, int to) {
    StringBuilder letters = new StringBuilder();
    for (Word word : words.subList(from, to)) {
      letters.append(word.text);
    }
    return letters.toString();
  }

  private static List<Word> words(String text) {
    int[] points = text.codePoints().toArray();
    List<Word> words = new ArrayList<>();
    int i = 0;
    while (i < points.length) {
      int start = i;
      if (isHan(points[i])) {
        i++;
      } else {
        while (i < points.length && isInWord(points[i])) {
          i++;
        }
      }

      if (i > start) {
        words.add(new Word(normal(new String(points, start, i - start)), start, i));
      } else {
        i++;
      }
    }
    return words;
  }

  private static boolean isInWord(int point) {
    return (Character.isLetterOrDigit(point) && !isHan(point))
        || point == '\''
        || point == '\u2019';
  }

  private static boolean isHan(int point) {
    return Character.UnicodeScript.of(point) == HAN;
  }

  private static String normal(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC)
        .replace('\u2019', '\'')
        .toLowerCase(Locale.ROOT);
  }

  private Wording() {}
}
