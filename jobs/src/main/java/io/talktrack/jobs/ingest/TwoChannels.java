package io.talktrack.jobs.ingest;

import io.talktrack.call.TurnDraft;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The channels of a recording that has exactly two, which its source numbers from 0 or from 1: as
 * 0, as ch_0 or as channel_1.
 */
record TwoChannels(String first, String second) {
  private static final String CHAT = "chat";
  private static final Pattern NUMBERED = Pattern.compile("(\\D*)(\\d{1,9})");

  /** None where a turn names no channel, and where there are more, fewer or others. */
  static Optional<TwoChannels> of(List<TurnDraft> turns) {
    List<TurnDraft> heard = heard(turns);
    if (heard.stream().anyMatch(turn -> turn.channel() == null)) {
      return Optional.empty();
    }

    List<String> names = heard.stream().map(TurnDraft::channel).distinct().sorted().toList();
    return names.size() == 2 && follow(names.get(0), names.get(1))
        ? Optional.of(new TwoChannels(names.get(0), names.get(1)))
        : Optional.empty();
  }

  private static boolean follow(String first, String second) {
    Matcher one = NUMBERED.matcher(first);
    Matcher other = NUMBERED.matcher(second);
    if (!one.matches() || !other.matches() || !one.group(1).equals(other.group(1))) {
      return false;
    }

    int number = Integer.parseInt(one.group(2));
    return number <= 1 && Integer.parseInt(other.group(2)) == number + 1;
  }

  /** 0 for the first channel and 1 for the second, where one of them holds all of these turns. */
  Optional<String> holding(List<TurnDraft> turns) {
    List<String> names = heard(turns).stream().map(TurnDraft::channel).distinct().toList();
    return names.size() == 1
        ? Optional.of(names.get(0).equals(first) ? "0" : "1")
        : Optional.empty();
  }

  private static List<TurnDraft> heard(List<TurnDraft> turns) {
    return turns.stream().filter(turn -> !CHAT.equals(turn.channel())).toList();
  }
}
