package io.talktrack.jobs.models.quality;

import io.talktrack.jobs.models.HeadTask;
import io.talktrack.model.Head;
import io.talktrack.sentiment.TurnInContext;
import java.util.ArrayList;
import java.util.List;

/** Whether a turn is judged better together with the turn before it. */
final class InContext {
  private static final int TURN = 0;
  private static final int BOTH = 1;
  private static final int SHORT_JOINED = 2;
  private static final int COUNT = 3;
  private static final int SHORT_WORDS = 6;
  private static final int SHORT_HAN = 10;

  private final TextReader reader;

  InContext(TextReader reader) {
    this.reader = reader;
  }

  void addRows(MarkdownTable table, String language, List<TurnInContext> turns) {
    List<TurnInContext> own =
        turns.stream().filter(turn -> turn.turn().language().equals(language)).toList();
    reader.readAll(language, own.stream().map(turn -> turn.turn().text()).toList());
    reader.readAll(language, own.stream().map(TurnInContext::withBefore).toList());
    for (HeadTask task : HeadTask.values()) {
      for (boolean needsBefore : new boolean[] {true, false}) {
        List<double[]> right =
            right(
                task,
                language,
                own.stream()
                    .filter(turn -> turn.needsBefore() == needsBefore)
                    .filter(turn -> task.covers(turn.turn()))
                    .toList());
        if (!right.isEmpty()) {
          table.row(
              language,
              task.head(),
              needsBefore ? "cannot be told alone" : "can be told alone",
              right.size(),
              share(right, TURN),
              share(right, BOTH),
              share(right, SHORT_JOINED),
              Bootstrap.of(right, sums -> (sums[BOTH] - sums[TURN]) / sums[COUNT]));
        }
      }
    }
  }

  private List<double[]> right(HeadTask task, String language, List<TurnInContext> turns) {
    Head head = reader.head(language, task.head());
    List<double[]> right = new ArrayList<>();
    for (TurnInContext turn : turns) {
      double[] row = {0, 0, 0, 1};
      String text = turn.turn().text();
      List<String> texts =
          List.of(text, turn.withBefore(), isShort(text) ? turn.withBefore() : text);
      for (int way = 0; way < texts.size(); way++) {
        float[] probabilities = reader.probabilities(language, task.head(), texts.get(way));
        row[way] = Answered.isRight(task, head, probabilities, turn.turn()) ? 1 : 0;
      }
      right.add(row);
    }
    return right;
  }

  /** At most six words, or ten Chinese characters. */
  private static boolean isShort(String text) {
    long han =
        text.codePoints()
            .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
            .count();
    return han > 0 ? han <= SHORT_HAN : text.split("\\s+", -1).length <= SHORT_WORDS;
  }

  private static Interval share(List<double[]> right, int way) {
    return Interval.ofShare(
        (int) right.stream().mapToDouble(turn -> turn[way]).sum(), right.size());
  }
}
