package io.talktrack.metric;

/** What a conversation must offer before a metric can be told from it. */
enum Needs {
  /** Both sides are known and heard. */
  SIDES(true, Clock.NONE),
  /** Sides, and how long things took; without times words stand in for time. */
  SIDES_AND_LENGTHS(true, Clock.LENGTHS),
  /** Sides, and when turns began and ended. */
  SIDES_AND_TIMES(true, Clock.TIMES),
  /** Sides, and turns whose ends the source really gives. */
  SIDES_AND_PAUSES(true, Clock.PAUSES),
  /** Turns whose ends the source really gives, whoever speaks. */
  PAUSES(false, Clock.PAUSES);

  /** What a metric wants of the clock. */
  enum Clock {
    NONE,
    LENGTHS,
    TIMES,
    PAUSES
  }

  private final boolean sides;
  private final Clock clock;

  Needs(boolean sides, Clock clock) {
    this.sides = sides;
    this.clock = clock;
  }

  boolean sides() {
    return sides;
  }

  Clock clock() {
    return clock;
  }
}
