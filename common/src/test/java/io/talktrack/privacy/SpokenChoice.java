package io.talktrack.privacy;

import java.util.List;
import java.util.Random;

/**
 * Seeded choices for made dialogues.
 *
 * @param half of each list of phrases, 0 or 1, so that what was looked at and what was not have no
 *     phrase in common
 */
record SpokenChoice(Random random, int half) {
  String phrase(List<String> phrases) {
    int ofHalf = (phrases.size() + 1 - half) / 2;
    return phrases.get(2 * random.nextInt(ofHalf) + half);
  }

  String any(String... words) {
    return words[random.nextInt(words.length)];
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** From the first to the last number, both included. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  /**
   * A number of a card: the digits given, then others, the last of which makes Luhn's sum right.
   */
  String card(String prefix, int length) {
    String digits = prefix + digits(length - 1 - prefix.length());
    for (char last = '0'; last <= '9'; last++) {
      if (Checksums.luhn(digits + last)) {
        return digits + last;
      }
    }
    throw new IllegalStateException("no check digit for " + digits);
  }

  static String spelled(String signs) {
    return signs.replaceAll("(?<=.)(?=.)", " ");
  }
}
