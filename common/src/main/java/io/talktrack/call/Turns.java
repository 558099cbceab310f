package io.talktrack.call;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Merges cues, which end where a caption's line is full, to turns, which end where speech does. */
public final class Turns {
  public static final long DEFAULT_MAX_GAP_MILLIS = 2000;

  private static final String CHAT = "chat";
  private static final String SENTENCE_ENDS = ".?!…。？！";

  private Turns() {}

  public static List<TurnDraft> merge(List<Cue> cues) {
    return merge(cues, DEFAULT_MAX_GAP_MILLIS);
  }

  /**
   * Merges the consecutive cues of one speaker whose gap is below {@code maxGapMillis} or unknown.
   * Speech and chat are merged apart, since typing does not interrupt anybody, and then stand in
   * the order of time; chat without times comes last.
   */
  public static List<TurnDraft> merge(List<Cue> cues, long maxGapMillis) {
    if (maxGapMillis < 0) {
      throw new IllegalArgumentException(
          "Cannot merge cues: the largest gap must be 0 or more milliseconds: " + maxGapMillis);
    }

    List<Open> turns = merged(cues.stream().filter(cue -> !isChat(cue)).toList(), maxGapMillis);
    turns.addAll(merged(cues.stream().filter(Turns::isChat).toList(), maxGapMillis));
    if (turns.stream().allMatch(turn -> turn.start != null)) {
      turns.sort(comparing(turn -> turn.start));
    }

    List<TurnDraft> drafts = new ArrayList<>();
    for (Open turn : turns) {
      drafts.add(turn.draft(drafts.size()));
    }

    return drafts;
  }

  private static List<Open> merged(List<Cue> cues, long maxGapMillis) {
    List<Cue> ordered = new ArrayList<>(cues);
    if (ordered.stream().allMatch(cue -> cue.startMillis() != null)) {
      ordered.sort(comparing(Cue::startMillis));
    }

    List<Open> turns = new ArrayList<>();
    Open last = null;
    for (Cue cue : ordered) {
      if (last == null || !last.takes(cue, maxGapMillis)) {
        last = new Open(cue);
        turns.add(last);
      }

      last.add(cue);
    }

    return turns;
  }

  private static boolean isChat(Cue cue) {
    return CHAT.equals(cue.channel());
  }

  /** A turn that may still grow. */
  private static final class Open {
    private final Cue first;
    private final Long start;
    private final StringBuilder text = new StringBuilder();
    private final List<Word> words = new ArrayList<>();
    private Long end;

    Open(Cue first) {
      this.first = first;
      this.start = first.startMillis();
    }

    boolean takes(Cue cue, long maxGapMillis) {
      boolean sameVoice =
          Objects.equals(first.speaker(), cue.speaker())
              && first.side() == cue.side()
              && Objects.equals(first.channel(), cue.channel());
      boolean bothTimed = (start == null) == (cue.startMillis() == null);
      // nobody is named: only the rest of a sentence is surely the same voice
      boolean sameSpeaker = sameVoice && (cue.speaker() != null || !sentenceEnded());
      return sameSpeaker && bothTimed && (end == null || gap(cue) < maxGapMillis);
    }

    void add(Cue cue) {
      for (String line : cue.text().lines().toList()) {
        append(line.strip());
      }

      words.addAll(cue.words());
      end = later(end, cue);
    }

    TurnDraft draft(int turnNo) {
      return new TurnDraft(
          turnNo,
          first.speaker(),
          first.side(),
          first.channel(),
          start,
          end,
          text.toString(),
          words);
    }

    private long gap(Cue cue) {
      return cue.startMillis() - end;
    }

    /** Unknown where the last cue's is; an end before its start is taken as the start. */
    private static Long later(Long end, Cue cue) {
      if (cue.startMillis() == null || cue.endMillis() == null) {
        return null;
      }

      long cueEnd = Math.max(cue.startMillis(), cue.endMillis());
      return end == null ? cueEnd : Math.max(end, cueEnd);
    }

    private boolean sentenceEnded() {
      return text.length() > 0 && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private void append(String line) {
      if (line.isEmpty()) {
        return;
      }

      boolean joinsHan =
          text.length() > 0
              && isHan(text.codePointBefore(text.length()))
              && isHan(line.codePointAt(0));
      text.append(text.length() == 0 || joinsHan ? "" : " ").append(line);
    }

    /** Chinese is written without spaces, also around its punctuation. */
    private static boolean isHan(int codePoint) {
      Character.UnicodeBlock block = Character.UnicodeBlock.of(codePoint);
      return Character.isIdeographic(codePoint)
          || Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(block)
          || "，！？：；（）".indexOf(codePoint) >= 0;
    }
  }
}
