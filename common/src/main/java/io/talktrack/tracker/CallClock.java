package io.talktrack.tracker;

import static java.util.Comparator.comparing;

import io.talktrack.call.Turn;
import io.talktrack.tracker.TrackerRules.Part;
import io.talktrack.tracker.TrackerRules.Within;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When the turns of a call were said, from its first word to its last. Typed lines take no time.
 */
final class CallClock {
  private static final String CHAT = "chat";
  private static final double MINUTE = 60_000;

  private final boolean isTimed;
  private final long firstMillis;
  private final long lastMillis;
  private final int turnCount;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Map<Integer, Long> silences = new HashMap<>();

  /**
   * @param turns in their order
   */
  CallClock(List<Turn> turns) {
    turnCount = turns.size();
    turns.forEach(turn -> places.put(turn.turnNo(), places.size()));
    List<Turn> speech = turns.stream().filter(turn -> !CHAT.equals(turn.channel())).toList();
    isTimed =
        speech.stream().allMatch(turn -> turn.isTimed() && turn.startMillis() <= turn.endMillis())
            && speech.stream().anyMatch(turn -> turn.startMillis() < turn.endMillis());
    firstMillis = isTimed ? speech.stream().mapToLong(Turn::startMillis).min().orElseThrow() : 0;
    lastMillis = isTimed ? speech.stream().mapToLong(Turn::endMillis).max().orElseThrow() : 0;
    if (isTimed) {
      long reached = firstMillis;
      for (Turn turn : speech.stream().sorted(comparing(Turn::startMillis)).toList()) {
        silences.put(turn.turnNo(), Math.max(0, turn.startMillis() - reached));
        reached = Math.max(reached, turn.endMillis());
      }
    }
  }

  /**
   * Whether some of a turn is said in a part of the call. Without times, per cent are told by the
   * order of the turns and minutes not at all.
   */
  boolean isWithin(Within within, Turn turn) {
    if (within.part() == Part.WHOLE) {
      return true;
    }

    if (isTimed && turn.isTimed()) {
      double length =
          inMinutes(within) ? within.amount() * MINUTE : share(within, lastMillis - firstMillis);
      return isFirst(within)
          ? turn.startMillis() < firstMillis + length
          : turn.endMillis() > lastMillis - length;
    }

    double turns = Math.ceil(share(within, turnCount));
    int place = places.get(turn.turnNo());
    return !inMinutes(within) && (isFirst(within) ? place < turns : place >= turnCount - turns);
  }

  private static double share(Within percent, long whole) {
    return percent.amount() * whole / 100;
  }

  private static boolean inMinutes(Within within) {
    return within.part() == Part.FIRST_MINUTES || within.part() == Part.LAST_MINUTES;
  }

  private static boolean isFirst(Within within) {
    return within.part() == Part.FIRST_MINUTES || within.part() == Part.FIRST_PERCENT;
  }

  /** How long nobody had spoken before a turn; 0 where that is not known. */
  long silenceBefore(Turn turn) {
    return silences.getOrDefault(turn.turnNo(), 0L);
  }
}
