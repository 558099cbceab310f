package io.talktrack.tracker;

import io.talktrack.playbook.CanonicalContent;
import java.util.List;

/** The trackers of one file. */
public record Trackers(List<Tracker> trackers) {
  public Trackers {
    trackers = List.copyOf(trackers);
  }

  /** A hash of all that can change a hit, 16 hexadecimal digits. */
  public String version() {
    return CanonicalContent.hash("talktrack-trackers-2", this);
  }

  /** The tracker whose phrases and meaning one of these listens for. */
  public Tracker wordsOf(Tracker tracker) {
    return trackers.stream()
        .filter(other -> other.id().equals(tracker.wordsOf()))
        .findFirst()
        .orElseThrow();
  }
}
