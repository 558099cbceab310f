package io.talktrack.tracker;

import static java.util.Objects.requireNonNull;

import io.talktrack.call.Speaker;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to listen for: phrases, and what means the same in other words.
 *
 * @param title what a reader of the report sees, per language
 * @param saidBy whose words count
 * @param phrases per language, sorted
 * @param meanings per language, where a tracker hears more than its phrases
 */
public record Tracker(
    String id,
    SortedMap<String, String> title,
    SaidBy saidBy,
    SortedMap<String, List<String>> phrases,
    SortedMap<String, Meaning> meanings)
    implements Serializable {
  public Tracker {
    requireNonNull(id, "id is null");
    title = Collections.unmodifiableSortedMap(new TreeMap<>(title));
    phrases = Collections.unmodifiableSortedMap(new TreeMap<>(phrases));
    meanings = Collections.unmodifiableSortedMap(new TreeMap<>(meanings));
  }

  /** With phrases only. */
  public Tracker(
      String id,
      SortedMap<String, String> title,
      SaidBy saidBy,
      SortedMap<String, List<String>> phrases) {
    this(id, title, saidBy, phrases, Collections.emptySortedMap());
  }

  /**
   * What a tracker hears in whatever words, told by example.
   *
   * @param like turns that mean it
   * @param unlike turns that sound like it and do not
   */
  public record Meaning(List<String> like, List<String> unlike) implements Serializable {
    public Meaning {
      like = List.copyOf(like);
      unlike = List.copyOf(unlike);
    }
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
