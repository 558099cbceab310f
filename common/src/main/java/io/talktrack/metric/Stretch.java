package io.talktrack.metric;

import io.talktrack.call.Speaker;
import java.util.ArrayList;
import java.util.List;

/** Turns in a row in which only one side takes the floor, hand-overs within it included. */
record Stretch(Speaker side, List<Said> turns) {

  /** From turns in the order of speaking, without back-channels. */
  static List<Stretch> of(List<Said> floor) {
    List<Stretch> stretches = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= floor.size(); i++) {
      Speaker side = floor.get(start).turn().speaker();
      if (i == floor.size() || floor.get(i).turn().speaker() != side) {
        stretches.add(new Stretch(side, List.copyOf(floor.subList(start, i))));
        start = i;
      }
    }

    return stretches;
  }

  long startMillis() {
    return turns.get(0).startMillis();
  }

  long endMillis() {
    return turns.stream().mapToLong(Said::endMillis).max().orElseThrow();
  }

  /** Speaking time: pauses between its turns do not count. */
  long spokenMillis() {
    return Said.covered(turns);
  }

  List<Integer> turnNos() {
    return turns.stream().map(said -> said.turn().turnNo()).toList();
  }
}
