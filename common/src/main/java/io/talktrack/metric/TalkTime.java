package io.talktrack.metric;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static io.talktrack.call.Speaker.UNKNOWN;
import static java.util.Comparator.comparingLong;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import java.util.List;
import java.util.Optional;

/** Who speaks how long and how fast. */
final class TalkTime {
  static Reading ratioOfCall(Conversation call) {
    return Reading.of(Said.covered(call.spokenBy(REP)), call.lengthMillis());
  }

  static Reading ratioOfSpeech(Conversation call) {
    long rep = Said.covered(call.spokenBy(REP));
    long others = Said.covered(call.spokenBy(CUSTOMER)) + Said.covered(call.spokenBy(UNKNOWN));
    return Reading.of(rep, rep + others);
  }

  static Reading longest(Speaker side, Conversation call) {
    return longestStretch(side, call)
        .map(stretch -> Reading.seconds(stretch.spokenMillis()))
        .orElse(Reading.unavailable("the side says nothing but back-channels"));
  }

  /** The earliest of the longest. */
  static Optional<Stretch> longestStretch(Speaker side, Conversation call) {
    return call.stretches().stream()
        .filter(stretch -> stretch.side() == side)
        .max(
            comparingLong(Stretch::spokenMillis)
                .thenComparing(comparingLong(Stretch::startMillis).reversed()));
  }

  static Reading pace(Conversation call) {
    List<Turn> turns = call.spokenBy(REP).stream().map(Said::turn).toList();
    WordCount said = WordCount.of(turns);
    return Reading.of(said.total() * 60_000, Said.covered(call.spokenBy(REP)))
        .in(said.isChinese() ? Units.CHARACTERS_PER_MINUTE : Units.WORDS_PER_MINUTE);
  }

  private TalkTime() {}
}
