package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * A tracked phrase and the turns in which it was said.
 *
 * @param isMissed whether it was not said from the first of the turns to the last
 */
public record TrackerView(String tracker, List<Integer> turns, boolean isMissed) {
  public TrackerView {
    requireNonNull(tracker, "tracker is null");
    turns = List.copyOf(turns);
  }

  /** A phrase that was said. */
  public static TrackerView heard(String tracker, List<Integer> turns) {
    return new TrackerView(tracker, turns, false);
  }

  /** A phrase that was not said in the turns from the first to the last. */
  public static TrackerView missed(String tracker, int firstTurn, int lastTurn) {
    return new TrackerView(tracker, Stream.of(firstTurn, lastTurn).distinct().toList(), true);
  }
}
