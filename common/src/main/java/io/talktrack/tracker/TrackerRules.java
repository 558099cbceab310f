package io.talktrack.tracker;

import io.talktrack.metric.Questions;
import io.talktrack.playbook.CallStage;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where on a call, and how, what a tracker hears has to be said; all of it has to hold.
 *
 * @param isInQuestion whether the sentence has to ask something
 * @param stages of which one has to be the turn's; empty for any
 * @param afterSilenceMillis how long nobody spoke before the turn, at least
 * @param isAbsence whether a call is hit where nothing of it is heard
 */
public record TrackerRules(
    boolean isInQuestion,
    Within within,
    SortedSet<CallStage> stages,
    long afterSilenceMillis,
    Repeats repeats,
    boolean isAbsence)
    implements Serializable {
  public static final TrackerRules NONE =
      new TrackerRules(
          false, Within.WHOLE_CALL, Collections.emptySortedSet(), 0, Repeats.ONCE, false);

  public TrackerRules {
    stages = Collections.unmodifiableSortedSet(new TreeSet<>(stages));
  }

  /** Whether a sentence alone tells if it counts. */
  public boolean areOfSentences() {
    return within.part() == Part.WHOLE
        && stages.isEmpty()
        && afterSilenceMillis == 0
        && repeats.times() == 1
        && !isAbsence;
  }

  /** Whether what was heard from one code point to another counts by the words around it. */
  public boolean countIn(String text, int start, int end) {
    return !isInQuestion || Questions.asks(text, start, end);
  }

  /** The part of a call that is listened to: so many minutes or per cent of it. */
  public record Within(Part part, double amount) implements Serializable {
    static final Within WHOLE_CALL = new Within(Part.WHOLE, 0);
  }

  /** Which part of a call. */
  public enum Part {
    WHOLE,
    FIRST_MINUTES,
    LAST_MINUTES,
    FIRST_PERCENT,
    LAST_PERCENT
  }

  /**
   * How often it has to be said.
   *
   * @param times turns that say it
   * @param withinTurns among so many turns of the call in a row, whoever speaks
   */
  public record Repeats(int times, int withinTurns) implements Serializable {
    static final Repeats ONCE = new Repeats(1, 1);
  }
}
