package io.talktrack.jobs;

import java.util.Locale;

/** One line of an examination: what is so, and what to do about it. */
record Finding(Level level, String text) {
  /** How much a finding matters. */
  enum Level {
    OK,
    WARN,
    FAIL
  }

  static Finding ok(String text) {
    return new Finding(Level.OK, text);
  }

  static Finding warn(String text) {
    return new Finding(Level.WARN, text);
  }

  static Finding fail(String text) {
    return new Finding(Level.FAIL, text);
  }

  String line() {
    return "%-4s  %s".formatted(level.name().toLowerCase(Locale.ROOT), text);
  }
}
