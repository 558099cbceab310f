package io.talktrack.metric;

import static io.talktrack.call.Speaker.REP;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import java.util.List;

/** What can be counted in the words of a side. */
final class Wording {
  static Reading questions(Speaker side, Conversation call) {
    List<Turn> turns = call.turnsOf(side);
    boolean punctuated = turns.stream().anyMatch(turn -> Questions.isPunctuated(turn.text()));
    return Reading.count(turns.stream().mapToLong(turn -> Questions.in(turn.text())).sum())
        .with(
            punctuated
                ? List.of()
                : List.of("the text has no punctuation: questions told by their words"));
  }

  static List<Integer> questionTurns(Speaker side, Conversation call) {
    return call.turnsOf(side).stream()
        .filter(turn -> Questions.in(turn.text()) > 0)
        .map(Turn::turnNo)
        .toList();
  }

  static Reading fillers(Conversation call) {
    List<Turn> turns =
        call.floor().stream().map(Said::turn).filter(turn -> turn.speaker() == REP).toList();
    WordCount said = WordCount.of(turns);
    long fillers = turns.stream().mapToLong(turn -> Fillers.in(turn.text())).sum();
    return Reading.of(fillers * 100, said.total())
        .in(said.isChinese() ? Units.PER_100_CHARACTERS : Units.PER_100_WORDS);
  }

  private Wording() {}
}
