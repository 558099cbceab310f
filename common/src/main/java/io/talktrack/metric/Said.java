package io.talktrack.metric;

import static java.util.Comparator.comparingLong;

import io.talktrack.call.Turn;
import java.util.List;

/** A turn and when it was said, in milliseconds; the times may be estimates. */
record Said(Turn turn, long startMillis, long endMillis) {

  /** The union of the intervals: time in which at least one of them is said. */
  static long covered(List<Said> turns) {
    long covered = 0;
    long reached = Long.MIN_VALUE;
    for (Said said : inOrder(turns)) {
      if (said.endMillis > reached) {
        covered += said.endMillis - Math.max(said.startMillis, reached);
        reached = said.endMillis;
      }
    }

    return covered;
  }

  static List<Said> inOrder(List<Said> turns) {
    return turns.stream()
        .sorted(comparingLong(Said::startMillis).thenComparingInt(said -> said.turn().turnNo()))
        .toList();
  }
}
