package io.talktrack.transcript;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cue's time line: {@code 00:01.000 --> 00:02.500 align:start}.
 *
 * @param settings what stands after the end time
 */
record VttTimes(long startMillis, long endMillis, String settings) {
  static final String ARROW = "-->";

  private static final String STRICT_TIME =
      "(?:(\\d{1,6}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})(?!\\d)";
  private static final Pattern STRICT = line(STRICT_TIME);
  private static final Pattern LENIENT = line(TimeCode.PATTERN + "(?![^ \\t\\f])");

  private static Pattern line(String time) {
    return Pattern.compile("[ \\t\\f]*+" + time + "[ \\t\\f]*+-->[ \\t\\f]*+" + time + "(.*)");
  }

  /** By the rules of W3C's WebVTT recommendation, section 6.3. */
  static Optional<VttTimes> strict(String line) {
    return parse(STRICT, line);
  }

  /** Also {@code 0:0:5.32}, as Teams writes, {@code 0.860} in seconds, and SubRip's comma. */
  static Optional<VttTimes> lenient(String line) {
    return parse(LENIENT, line);
  }

  /**
   * The rules that a whole file keeps: lenient only where they read nearly all time lines and the
   * strict ones do not, so that one broken line stays broken.
   */
  static Function<String, Optional<VttTimes>> rules(List<String> lines) {
    long all = 0;
    long strict = 0;
    long lenient = 0;
    for (String line : lines) {
      if (line.contains(ARROW)) {
        all++;
        strict += strict(line).isPresent() ? 1 : 0;
        lenient += lenient(line).isPresent() ? 1 : 0;
      }
    }

    return lenient > strict && lenient * 10 >= all * 9 ? VttTimes::lenient : VttTimes::strict;
  }

  private static Optional<VttTimes> parse(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }

    OptionalLong start = TimeCode.millis(matcher, 1);
    OptionalLong end = TimeCode.millis(matcher, 1 + TimeCode.GROUPS);
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }

    String settings = matcher.group(1 + 2 * TimeCode.GROUPS).strip();
    return Optional.of(new VttTimes(start.getAsLong(), end.getAsLong(), settings));
  }
}
