package io.talktrack.jobs.models.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which word of a reference each heard word stands for, by the least number of edits (Levenshtein
 * 1966).
 */
final class WordAlignment {
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final byte BOTH = 0;
  private static final byte MISSED = 1;
  private static final byte ADDED = 2;

  /**
   * @param referenceOf per heard word the place of its reference word; of a word too many that of
   *     the word before
   * @param edits words missed, added or replaced
   */
  record Aligned(List<Integer> referenceOf, int edits) {}

  static Aligned of(List<String> reference, List<String> heard) {
    String[] left = plain(reference);
    String[] right = plain(heard);
    byte[][] steps = new byte[left.length + 1][right.length + 1];
    int[] before = new int[right.length + 1];
    for (int column = 0; column <= right.length; column++) {
      before[column] = column;
      steps[0][column] = ADDED;
    }
    for (int row = 1; row <= left.length; row++) {
      int[] now = new int[right.length + 1];
      now[0] = row;
      steps[row][0] = MISSED;
      for (int column = 1; column <= right.length; column++) {
        int both = before[column - 1] + (left[row - 1].equals(right[column - 1]) ? 0 : 1);
        int missed = before[column] + 1;
        int added = now[column - 1] + 1;
        now[column] = Math.min(both, Math.min(missed, added));
        steps[row][column] = now[column] == both ? BOTH : now[column] == missed ? MISSED : ADDED;
      }
      before = now;
    }
    return new Aligned(trace(steps, left.length, right.length), before[right.length]);
  }

  private static List<Integer> trace(byte[][] steps, int rows, int columns) {
    Integer[] referenceOf = new Integer[columns];
    int row = rows;
    int column = columns;
    while (column > 0) {
      byte step = steps[row][column];
      if (step == MISSED) {
        row--;
      } else {
        referenceOf[column - 1] = Math.max(0, row - 1);
        row -= step == BOTH ? 1 : 0;
        column--;
      }
    }
    return Arrays.asList(referenceOf);
  }

  private static String[] plain(List<String> words) {
    return words.stream()
        .map(word -> SIGNS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll(""))
        .toArray(String[]::new);
  }

  private WordAlignment() {}
}
