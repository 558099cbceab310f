package io.talktrack.tracker;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.tracker.TrackerRules.Repeats;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Tells by the rules of trackers what counts of all that was heard on a call. */
public final class TrackedCall {
  private final TreeMap<Integer, Turn> turns;
  private final Map<Integer, Integer> order = new HashMap<>();
  private final Map<Integer, TextLabels> labels;
  private final CallClock clock;

  /**
   * @param labels by turn number; a turn that no model read has none
   */
  public TrackedCall(List<Turn> turns, Map<Integer, TextLabels> labels) {
    List<Turn> inOrder = turns.stream().sorted(Comparator.comparingInt(Turn::turnNo)).toList();
    this.turns =
        inOrder.stream()
            .collect(toMap(Turn::turnNo, Function.identity(), (one, same) -> one, TreeMap::new));
    this.turns.keySet().forEach(turnNo -> order.put(turnNo, order.size()));
    this.labels = Map.copyOf(labels);
    this.clock = new CallClock(inOrder);
  }

  /**
   * Where a tracker hits the call: of the places that were heard those that count, or one place
   * without a turn if nothing that should have been said was.
   *
   * @param words the tracker whose words it listens for
   * @param heard where those words were said, by whomever
   */
  public List<Place> hits(Tracker tracker, Tracker words, List<Place> heard) {
    NavigableSet<Integer> searched =
        turns.values().stream()
            .filter(turn -> isSearched(turn, tracker, words))
            .map(Turn::turnNo)
            .collect(toCollection(TreeSet::new));
    List<Place> counted =
        repeated(
            heard.stream()
                .filter(place -> searched.contains(place.turnNo()) && counts(place, tracker))
                .toList(),
            tracker.rules().repeats());
    if (!tracker.rules().isAbsence()) {
      return counted;
    }
    return counted.isEmpty() && !searched.isEmpty() && allRead(searched, words)
        ? List.of(Place.searched(searched.first(), searched.last() + 1))
        : List.of();
  }

  private boolean isSearched(Turn turn, Tracker tracker, Tracker words) {
    TrackerRules rules = tracker.rules();
    // what a voice of unknown side says may be what is missed
    boolean isUnsided = rules.isAbsence() && turn.speaker() == Speaker.UNKNOWN;
    return words.listensIn(turn.language())
        && (isUnsided || tracker.saidBy().includes(turn.speaker()))
        && clock.isWithin(rules.within(), turn)
        && (rules.stages().isEmpty() || isOfOne(rules, turn));
  }

  private boolean isOfOne(TrackerRules rules, Turn turn) {
    TextLabels read = labels.get(turn.turnNo());
    return read != null && rules.stages().stream().anyMatch(stage -> stage.isOf(read));
  }

  private boolean counts(Place place, Tracker tracker) {
    Turn turn = turns.get(place.turnNo());
    return tracker.rules().countIn(turn.text(), place.start(), place.end())
        && clock.silenceBefore(turn) >= tracker.rules().afterSilenceMillis();
  }

  /** The places whose turn stands among enough others of them. */
  private List<Place> repeated(List<Place> places, Repeats repeats) {
    TreeSet<Integer> saying =
        places.stream().map(place -> order.get(place.turnNo())).collect(toCollection(TreeSet::new));
    TreeSet<Integer> repeating = new TreeSet<>();
    for (int first : saying) {
      NavigableSet<Integer> near =
          saying.subSet(first, true, first + repeats.withinTurns() - 1, true);
      if (near.size() >= repeats.times()) {
        repeating.addAll(near);
      }
    }
    return places.stream().filter(place -> repeating.contains(order.get(place.turnNo()))).toList();
  }

  /** Whether a meaning that was not heard could have been. */
  private boolean allRead(NavigableSet<Integer> searched, Tracker words) {
    return searched.stream()
        .map(turns::get)
        .allMatch(
            turn ->
                !words.meanings().containsKey(turn.language())
                    || labels.containsKey(turn.turnNo())
                    || turn.text().isBlank());
  }
}
