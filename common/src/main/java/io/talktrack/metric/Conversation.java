package io.talktrack.metric;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static io.talktrack.call.Speaker.UNKNOWN;
import static java.util.Comparator.comparingInt;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.metric.Needs.Clock;
import io.talktrack.objection.BackChannel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One call as the formulas see it: its turns on a time line, measured or, where the source has no
 * usable times, laid end to end by their words.
 */
final class Conversation {
  private static final String CHAT = "chat";
  private static final double UNKNOWN_SHARE = 0.05;

  // below this many turns, touching ends can be chance
  private static final int TURNS_TO_TELL = 4;

  private final List<Said> all;
  private final List<Said> spoken;
  private final List<Said> floor;
  private final List<Stretch> stretches;
  private final Timing timing;
  private final Long durationMillis;
  private final long firstMillis;
  private final long lastMillis;
  private final Map<Speaker, Long> words;

  private enum Timing {
    TIMES,
    STARTS_ONLY,
    NONE
  }

  /**
   * @param durationMillis of the recording, null where unknown
   */
  Conversation(List<Turn> turns, Long durationMillis) {
    List<Turn> ordered = turns.stream().sorted(comparingInt(Turn::turnNo)).toList();
    List<Turn> speech = ordered.stream().filter(turn -> !isChat(turn)).toList();
    Set<Turn> takesFloor = new HashSet<>(BackChannel.without(speech));
    this.timing = timing(speech);
    this.durationMillis = durationMillis;
    this.all = timing == Timing.NONE ? laidEndToEnd(ordered) : timed(ordered);
    this.spoken = all.stream().filter(said -> !isChat(said.turn())).toList();
    this.floor =
        Said.inOrder(spoken.stream().filter(said -> takesFloor.contains(said.turn())).toList());
    this.firstMillis = spoken.stream().mapToLong(Said::startMillis).min().orElse(0);
    this.lastMillis = spoken.stream().mapToLong(Said::endMillis).max().orElse(0);
    this.words = new EnumMap<>(Speaker.class);
    for (Speaker side : Speaker.values()) {
      words.put(side, WordCount.of(spokenBy(side).stream().map(Said::turn).toList()).total());
    }

    this.stretches = floor.isEmpty() ? List.of() : Stretch.of(floor);
  }

  /** Every turn, chat lines too, in the order of the transcript. */
  List<Said> all() {
    return all;
  }

  List<Said> spoken() {
    return spoken;
  }

  /** What was spoken, back-channels left out, in the order of its beginnings. */
  List<Said> floor() {
    return floor;
  }

  List<Stretch> stretches() {
    return stretches;
  }

  List<Turn> turnsOf(Speaker side) {
    return all.stream().map(Said::turn).filter(turn -> turn.speaker() == side).toList();
  }

  List<Said> spokenBy(Speaker side) {
    return spoken.stream().filter(said -> said.turn().speaker() == side).toList();
  }

  long firstMillis() {
    return firstMillis;
  }

  long lastMillis() {
    return lastMillis;
  }

  /** From the first to the last word; at least 1, so that positions can be told. */
  long spanMillis() {
    return Math.max(1, lastMillis() - firstMillis());
  }

  /** The recording's length, unless its turns last longer or are measured in words. */
  long lengthMillis() {
    return durationMillis == null || timing == Timing.NONE
        ? spanMillis()
        : Math.max(durationMillis, spanMillis());
  }

  /** The recording's length where it is known, also for a transcript without times. */
  long clockMillis() {
    return durationMillis == null ? spanMillis() : Math.max(durationMillis, lengthMillis());
  }

  /** Why a metric cannot be told from this call; empty where it can. */
  Optional<String> lacks(Needs needs) {
    if (spoken.isEmpty()) {
      return Optional.of("nobody speaks");
    }

    Optional<String> sides = needs.sides() ? lacksSides() : Optional.empty();
    return sides.isPresent() ? sides : lacksClock(needs.clock());
  }

  /** Why what this call tells of a metric is only an estimate; empty where it is not. */
  List<String> caveats(Needs needs) {
    List<String> caveats = new ArrayList<>();
    if (needs.clock() != Clock.NONE && timing == Timing.NONE) {
      caveats.add("no usable times: taken from words (150 a minute; Chinese: 240 characters)");
    }

    if (needs.clock() != Clock.NONE && timing == Timing.STARTS_ONLY) {
      caveats.add("every turn ends where the next begins: pauses count as speech");
    }

    if (needs.sides() && wordsOf(UNKNOWN) > 0) {
      caveats.add(
          "%d of %d words are by speakers of unknown side".formatted(wordsOf(UNKNOWN), allWords()));
    }

    return caveats;
  }

  private Optional<String> lacksSides() {
    if (wordsOf(UNKNOWN) > UNKNOWN_SHARE * allWords()) {
      return Optional.of(
          "sides unknown: %d of %d words are by speakers of unknown side"
              .formatted(wordsOf(UNKNOWN), allWords()));
    }

    return wordsOf(REP) == 0 || wordsOf(CUSTOMER) == 0
        ? Optional.of("only one side speaks")
        : Optional.empty();
  }

  private Optional<String> lacksClock(Clock clock) {
    if (timing == Timing.NONE && clock.compareTo(Clock.TIMES) >= 0) {
      return Optional.of("the transcript has no usable times");
    }

    return timing == Timing.STARTS_ONLY && clock == Clock.PAUSES
        ? Optional.of("every turn ends where the next begins: the source hides its pauses")
        : Optional.empty();
  }

  private long wordsOf(Speaker side) {
    return words.get(side);
  }

  private long allWords() {
    return wordsOf(REP) + wordsOf(CUSTOMER) + wordsOf(UNKNOWN);
  }

  private static boolean isChat(Turn turn) {
    return CHAT.equals(turn.channel());
  }

  private static Timing timing(List<Turn> speech) {
    boolean usable =
        speech.stream().allMatch(turn -> turn.isTimed() && turn.startMillis() <= turn.endMillis())
            && speech.stream().anyMatch(turn -> turn.startMillis() < turn.endMillis());
    if (!usable) {
      return Timing.NONE;
    }

    boolean touching = speech.size() >= TURNS_TO_TELL;
    for (int i = 1; i < speech.size(); i++) {
      touching &= speech.get(i - 1).endMillis().equals(speech.get(i).startMillis());
    }

    return touching ? Timing.STARTS_ONLY : Timing.TIMES;
  }

  private static List<Said> timed(List<Turn> turns) {
    List<Said> said = new ArrayList<>();
    Long reached = turns.stream().filter(Turn::isTimed).findFirst().orElseThrow().startMillis();
    for (Turn turn : turns) {
      Said now =
          turn.isTimed()
              ? new Said(turn, turn.startMillis(), turn.endMillis())
              : new Said(turn, reached, reached);
      reached = now.endMillis();
      said.add(now);
    }

    return said;
  }

  private static List<Said> laidEndToEnd(List<Turn> turns) {
    List<Said> said = new ArrayList<>();
    long reached = 0;
    for (Turn turn : turns) {
      long end = reached + (isChat(turn) ? 0 : WordCount.of(turn.text()).millisToSay());
      said.add(new Said(turn, reached, end));
      reached = end;
    }

    return said;
  }
}
