package io.talktrack.tracker;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * A short made-up call of which it is known whether what a tracker is for happened on it.
 *
 * @param holds whether it happened, by who read the whole call
 */
public record TrackedTalk(
    String id, String language, String tracker, boolean holds, List<Line> lines) {
  private static final long LAST_LINE_MILLIS = 3_000;

  public TrackedTalk {
    lines = List.copyOf(lines);
  }

  /**
   * What one side said.
   *
   * @param startMillis from the call's start; a line lasts until the next begins
   */
  public record Line(Speaker speaker, long startMillis, String text) {}

  /** As if it had been recorded. */
  public List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    for (int no = 0; no < lines.size(); no++) {
      Line line = lines.get(no);
      long end =
          no + 1 < lines.size()
              ? lines.get(no + 1).startMillis
              : line.startMillis + LAST_LINE_MILLIS;
      turns.add(Turn.madeUp(id, no, line.speaker, line.startMillis, end, language, line.text));
    }
    return turns;
  }
}
