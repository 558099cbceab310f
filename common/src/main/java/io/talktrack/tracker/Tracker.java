package io.talktrack.tracker;

import static java.util.Objects.requireNonNull;

import io.talktrack.call.Speaker;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Phrases to listen for.
 *
 * @param title what a reader of the report sees, per language
 * @param saidBy whose phrases count
 * @param phrases per language, sorted
 */
public record Tracker(
    String id,
    SortedMap<String, String> title,
    SaidBy saidBy,
    SortedMap<String, List<String>> phrases)
    implements Serializable {
  public Tracker {
    requireNonNull(id, "id is null");
    title = Collections.unmodifiableSortedMap(new TreeMap<>(title));
    phrases = Collections.unmodifiableSortedMap(new TreeMap<>(phrases));
  }

  /** Whose words a tracker listens to. */
  public enum SaidBy {
    REP,
    CUSTOMER,
    ANY;

    /** Whether a speaker's words count. One whose side is not known counts for ANY only. */
    public boolean includes(Speaker speaker) {
      return this == ANY || name().equals(speaker.name());
    }
  }
}
