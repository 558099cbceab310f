package io.talktrack.transcript;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Positions in a recording as people and machines write them, in milliseconds. */
final class TimeCode {
  /**
   * Groups: hours (may be missing), minutes (may be missing), seconds, fraction (may be missing).
   */
  static final String PATTERN = "(?:(?:(\\d{1,6}):)?(\\d{1,2}):)?(\\d{1,9})(?:[.,](\\d{1,3}))?";

  static final int GROUPS = 4;

  private static final Pattern WHOLE = Pattern.compile(PATTERN);
  private static final long MOST_MILLIS = 1_000_000L * 3_600_000;

  private TimeCode() {}

  static OptionalLong parse(String text) {
    Matcher matcher = WHOLE.matcher(text);
    return matcher.matches() ? millis(matcher, 1) : OptionalLong.empty();
  }

  /** The time in the groups of {@link #PATTERN} that begin at {@code group}. */
  static OptionalLong millis(Matcher matcher, int group) {
    long hours = number(matcher.group(group));
    long minutes = number(matcher.group(group + 1));
    long seconds = number(matcher.group(group + 2));
    String fraction = matcher.group(group + 3);
    boolean tooManyMinutes = matcher.group(group) != null && minutes > 59;
    boolean tooManySeconds = matcher.group(group + 1) != null && seconds > 59;
    if (tooManyMinutes || tooManySeconds) {
      return OptionalLong.empty();
    }

    long millis = fraction == null ? 0 : number((fraction + "00").substring(0, 3));
    return OptionalLong.of(((hours * 60 + minutes) * 60 + seconds) * 1000 + millis);
  }

  static OptionalLong ofSeconds(double seconds) {
    double millis = seconds * 1000;
    return millis >= 0 && millis <= MOST_MILLIS
        ? OptionalLong.of(Math.round(millis))
        : OptionalLong.empty();
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
