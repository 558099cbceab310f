package io.talktrack.transcript;

import io.talktrack.transcript.UnreadableException.Reason;

/** Seconds in JSON as milliseconds. */
final class JsonTimes {
  private JsonTimes() {}

  /** Null stays null: WhisperX gives no time to words that it could not align. */
  static Long millis(Double seconds) throws UnreadableException {
    if (seconds == null) {
      return null;
    }

    return TimeCode.ofSeconds(seconds)
        .orElseThrow(() -> UnreadableException.file(Reason.BAD_TIMES));
  }
}
