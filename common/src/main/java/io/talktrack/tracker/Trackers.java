package io.talktrack.tracker;

import io.talktrack.playbook.CanonicalContent;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The trackers of one file.
 *
 * @param ordinary per language, turns that none of them means
 */
public record Trackers(List<Tracker> trackers, SortedMap<String, List<String>> ordinary) {
  public Trackers {
    trackers = List.copyOf(trackers);
    ordinary = Collections.unmodifiableSortedMap(new TreeMap<>(ordinary));
  }

  /** Without turns that none of them means. */
  public Trackers(List<Tracker> trackers) {
    this(trackers, Collections.emptySortedMap());
  }

  /** A hash of all that can change a hit, 16 hexadecimal digits. */
  public String version() {
    return CanonicalContent.hash("talktrack-trackers-3", this);
  }

  /** The tracker whose phrases and meaning one of these listens for. */
  public Tracker wordsOf(Tracker tracker) {
    return trackers.stream()
        .filter(other -> other.id().equals(tracker.wordsOf()))
        .findFirst()
        .orElseThrow();
  }
}
