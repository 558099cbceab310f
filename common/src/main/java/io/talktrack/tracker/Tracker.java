package io.talktrack.tracker;

import static java.util.Objects.requireNonNull;

import io.talktrack.call.Speaker;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to listen for: phrases, and what means the same in other words; and where on a call it
 * counts.
 *
 * @param title what a reader of the report sees, per language
 * @param saidBy whose words count
 * @param wordsOf the tracker whose phrases and meaning it listens for: itself, unless it only has
 *     rules of its own
 * @param phrases per language, sorted
 * @param meanings per language, where a tracker hears more than its phrases
 */
public record Tracker(
    String id,
    SortedMap<String, String> title,
    SaidBy saidBy,
    String wordsOf,
    SortedMap<String, List<String>> phrases,
    Matching matching,
    SortedMap<String, Meaning> meanings,
    TrackerRules rules)
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
    this(
        id,
        title,
        saidBy,
        id,
        phrases,
        Matching.ANY_PHRASE,
        Collections.emptySortedMap(),
        TrackerRules.NONE);
  }

  /** Whether it has anything to listen for in a language. */
  boolean listensIn(String language) {
    return phrases.containsKey(language)
        || matching.patterns().containsKey(language)
        || meanings.containsKey(language);
  }

  /**
   * How the words of a turn are matched.
   *
   * @param least so many different phrases have to be said in the turn, or all where it has fewer
   * @param isStemmed whether an English word stands for its other forms too
   * @param patterns regular expressions per language, each heard as a phrase of its own
   * @param exceptions regular expressions per language; what they match is no phrase
   */
  public record Matching(
      int least,
      boolean isStemmed,
      SortedMap<String, List<String>> patterns,
      SortedMap<String, List<String>> exceptions)
      implements Serializable {
    public static final int ALL = Integer.MAX_VALUE;
    public static final Matching ANY_PHRASE =
        new Matching(1, false, Collections.emptySortedMap(), Collections.emptySortedMap());

    public Matching {
      patterns = Collections.unmodifiableSortedMap(new TreeMap<>(patterns));
      exceptions = Collections.unmodifiableSortedMap(new TreeMap<>(exceptions));
    }
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
