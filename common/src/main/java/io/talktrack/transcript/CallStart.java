package io.talktrack.transcript;

import java.time.Instant;

/** When a call began, as a source states it. */
public final class CallStart {
  private static final Instant EARLIEST = Instant.parse("1969-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");

  private CallStart() {}

  /** Others are a broken clock's or stand for none, as the year 1; no table holds them all. */
  public static boolean isPlausible(Instant stated) {
    return !stated.isBefore(EARLIEST) && stated.isBefore(LATEST);
  }
}
