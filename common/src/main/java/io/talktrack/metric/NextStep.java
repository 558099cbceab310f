package io.talktrack.metric;

import static io.talktrack.call.Speaker.REP;

import io.talktrack.sentiment.TextLabels;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether a call ends with a dated commitment: in its last 20 % a turn of a rep has the stage
 * NEXT_STEP, and that turn or the one before or after it names a date.
 */
final class NextStep {
  private static final String STAGE = "NEXT_STEP";
  private static final List<String> CAVEAT = List.of("told by a stage label and date words");

  static Reading set(Conversation call, Map<Integer, TextLabels> labels) {
    List<Said> all = call.all();
    List<Integer> candidates =
        IntStream.range(0, all.size())
            .filter(i -> isAtEnd(all.get(i), call))
            .filter(i -> all.get(i).turn().speaker() == REP)
            .filter(i -> labels.containsKey(all.get(i).turn().turnNo()))
            .boxed()
            .toList();
    if (candidates.isEmpty()) {
      return Reading.unavailable("no labelled turn of a rep in the last 20 % of the call");
    }

    boolean isSet =
        candidates.stream()
            .filter(i -> STAGE.equals(labels.get(all.get(i).turn().turnNo()).stage()))
            .anyMatch(i -> isDated(i, all));
    return Reading.count(isSet ? 1 : 0).with(CAVEAT);
  }

  /** The turns that were searched. */
  static List<Integer> searchedTurns(Conversation call) {
    return call.all().stream()
        .filter(said -> isAtEnd(said, call))
        .map(said -> said.turn().turnNo())
        .toList();
  }

  private static boolean isAtEnd(Said said, Conversation call) {
    return (said.endMillis() - call.firstMillis()) * 5 > call.spanMillis() * 4;
  }

  private static boolean isDated(int index, List<Said> all) {
    return all.subList(Math.max(0, index - 1), Math.min(all.size(), index + 2)).stream()
        .anyMatch(said -> DateMention.in(said.turn().text()));
  }

  private NextStep() {}
}
