package io.talktrack.jobs;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what was probably meant by a misspelt name. */
final class NearestName {
  /** The name with the fewest edits, if those are at most a third of what was typed. */
  static Optional<String> to(String typed, Collection<String> names) {
    return names.stream()
        .min(
            Comparator.<String>comparingInt(name -> edits(typed, name)).thenComparing(name -> name))
        .filter(name -> edits(typed, name) <= Math.max(1, typed.length() / 3));
  }

  // Levenshtein's distance, one row of the table at a time
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[to.length()];
  }

  private NearestName() {}
}
