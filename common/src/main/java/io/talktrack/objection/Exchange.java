package io.talktrack.objection;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import java.util.List;

/**
 * A customer's turn and what came of it.
 *
 * @param stretch the turn and what the customer added before anybody else took the floor
 * @param response the rep's turns right after, up to the next turn of somebody else
 * @param next the customer's turns right after the response
 * @param later every customer turn after the response
 */
record Exchange(List<Turn> stretch, List<Turn> response, List<Turn> next, List<Turn> later) {

  /** The exchange that begins at one turn of a call from which back-channels are left out. */
  static Exchange startingAt(int index, List<Turn> floor) {
    int rep = endOf(CUSTOMER, index, floor);
    int customer = endOf(REP, rep, floor);
    int after = endOf(CUSTOMER, customer, floor);
    List<Turn> later =
        floor.subList(customer, floor.size()).stream()
            .filter(turn -> turn.speaker() == CUSTOMER)
            .toList();
    return new Exchange(
        floor.subList(index, rep),
        floor.subList(rep, customer),
        floor.subList(customer, after),
        later);
  }

  /** From the customer's last word to the rep's first; 0 when the rep cuts in. */
  Long latencyMillis() {
    if (response.isEmpty() || !isTimed(stretch) || !isTimed(response)) {
      return null;
    }

    return Math.max(0, first(response) - last(stretch));
  }

  /** From the rep's first word to the last, pauses in between counted. */
  Long responseMillis() {
    return response.isEmpty() || !isTimed(response) ? null : last(response) - first(response);
  }

  private static int endOf(Speaker side, int from, List<Turn> floor) {
    int end = from;
    while (end < floor.size() && floor.get(end).speaker() == side) {
      end++;
    }

    return end;
  }

  private static boolean isTimed(List<Turn> turns) {
    return turns.stream().allMatch(Turn::isTimed);
  }

  private static long first(List<Turn> turns) {
    return turns.stream().mapToLong(Turn::startMillis).min().orElseThrow();
  }

  private static long last(List<Turn> turns) {
    return turns.stream().mapToLong(Turn::endMillis).max().orElseThrow();
  }
}
