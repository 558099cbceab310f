package io.talktrack.transcript;

import io.talktrack.transcript.UnreadableException.Reason;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** The times of JSON as milliseconds; one that is missing stays null. */
final class JsonTimes {
  private static final double TICKS_PER_MILLI = 10_000;

  private JsonTimes() {}

  /** Null stays null: WhisperX gives no time to words that it could not align. */
  static Long millis(Double seconds) throws UnreadableException {
    if (seconds == null) {
      return null;
    }

    return TimeCode.ofSeconds(seconds)
        .orElseThrow(() -> UnreadableException.file(Reason.BAD_TIMES));
  }

  static Long ofMillis(Double millis) throws UnreadableException {
    return millis == null ? null : millis(millis / 1000);
  }

  /** Of 100 nanoseconds each. */
  static Long ofTicks(Double ticks) throws UnreadableException {
    return ticks == null ? null : ofMillis(ticks / TICKS_PER_MILLI);
  }

  /** ISO 8601, such as PT1.5S. */
  static Long ofIso(String duration) throws UnreadableException {
    if (duration == null || duration.isBlank()) {
      return null;
    }

    try {
      Duration parsed = Duration.parse(duration.strip());
      return millis(parsed.getSeconds() + parsed.getNano() / 1e9);
    } catch (DateTimeParseException unknown) {
      throw UnreadableException.file(Reason.BAD_TIMES);
    }
  }

  /** Both known, else null. */
  static Long sum(Long start, Long length) {
    return start == null || length == null ? null : (Long) (start + length);
  }
}
