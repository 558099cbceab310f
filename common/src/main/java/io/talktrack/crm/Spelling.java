package io.talktrack.crm;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
final class Spelling {
  private Spelling() {}

  /** The nearest candidate, if at most a third of the word would have to change. */
  static Optional<String> nearest(String word, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> distance(word, candidate) * 3 <= word.length())
        .min(
            comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(naturalOrder()));
  }

  /** Whether a candidate is the word with one letter added, left out or wrong. */
  static boolean isMistyped(String word, Collection<String> candidates) {
    return candidates.stream().anyMatch(candidate -> distance(word, candidate) == 1);
  }

  static String didYouMean(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(" Did you mean '%s'?"::formatted).orElse("");
  }

  /** Levenshtein's distance: insertions, deletions and replacements. */
  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }

    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }

      previous = current;
    }

    return previous[right.length()];
  }
}
