package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A tracked phrase and the turns in which it was said. */
public record TrackerView(String tracker, List<Integer> turns) {
  public TrackerView {
    requireNonNull(tracker, "tracker is null");
    turns = List.copyOf(turns);
  }
}
