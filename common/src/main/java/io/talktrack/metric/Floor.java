package io.talktrack.metric;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;

import io.talktrack.call.Speaker;
import java.util.ArrayList;
import java.util.List;

/** How the floor goes from side to side: switches, pauses, interruptions. */
final class Floor {
  private static final long MID_SENTENCE_MILLIS = 300;

  static Reading switchesPerHour(Conversation call) {
    return Reading.of(switches(call) * 3_600_000, call.clockMillis());
  }

  static Reading interactivity(Conversation call) {
    long switches = switches(call);
    return Reading.of(switches * 600_000, switches * 60_000 + call.clockMillis());
  }

  static Reading patience(Conversation call) {
    List<Long> pauses = new ArrayList<>();
    List<Stretch> stretches = call.stretches();
    for (int i = 1; i < stretches.size(); i++) {
      Stretch before = stretches.get(i - 1);
      if (before.side() == CUSTOMER && stretches.get(i).side() == REP) {
        pauses.add(Math.max(0, stretches.get(i).startMillis() - before.endMillis()));
      }
    }

    return pauses.isEmpty()
        ? Reading.unavailable("no rep speaks right after a customer")
        : median(pauses.stream().sorted().toList());
  }

  static Reading interruptions(Conversation call) {
    return Reading.count(overlaps(call).size()).with(overlapCaveats(call));
  }

  static Reading meanInterruption(Conversation call) {
    List<Overlap> overlaps = overlaps(call);
    long millis = overlaps.stream().mapToLong(Overlap::millis).sum();
    return overlaps.isEmpty()
        ? Reading.unavailable("nobody is interrupted on this call")
        : Reading.meanSeconds(millis, overlaps.size());
  }

  static List<Integer> interruptingTurns(Conversation call) {
    return overlaps(call).stream().map(overlap -> overlap.rep().turn().turnNo()).toList();
  }

  private static long switches(Conversation call) {
    List<Speaker> sides =
        call.stretches().stream()
            .map(Stretch::side)
            .filter(side -> side != Speaker.UNKNOWN)
            .toList();
    long switches = 0;
    for (int i = 1; i < sides.size(); i++) {
      switches += sides.get(i) == sides.get(i - 1) ? 0 : 1;
    }

    return switches;
  }

  private static Reading median(List<Long> sorted) {
    int upper = sorted.size() / 2;
    int lower = (sorted.size() - 1) / 2;
    return Reading.of(sorted.get(lower) + sorted.get(upper), 2_000);
  }

  private static List<Overlap> overlaps(Conversation call) {
    List<Overlap> overlaps = new ArrayList<>();
    for (Said rep : call.floor()) {
      if (rep.turn().speaker() == REP) {
        call.floor().stream()
            .filter(said -> said.turn().speaker() == CUSTOMER)
            .filter(said -> said.startMillis() < rep.startMillis())
            .filter(said -> said.endMillis() - rep.startMillis() >= MID_SENTENCE_MILLIS)
            .mapToLong(said -> Math.min(said.endMillis(), rep.endMillis()) - rep.startMillis())
            .max()
            .ifPresent(millis -> overlaps.add(new Overlap(rep, millis)));
      }
    }

    return overlaps;
  }

  private static List<String> overlapCaveats(Conversation call) {
    long reached = Long.MIN_VALUE;
    for (Said said : Said.inOrder(call.spoken())) {
      if (said.startMillis() < reached) {
        return List.of();
      }

      reached = Math.max(reached, said.endMillis());
    }

    return List.of("no two turns overlap: the source may not tell overlaps");
  }

  private record Overlap(Said rep, long millis) {}

  private Floor() {}
}
