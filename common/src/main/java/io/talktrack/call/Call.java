package io.talktrack.call;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One recorded conversation. One row per call.
 *
 * @param callDate the day it began, in the company's time zone
 * @param knownAt when it ended, else when it began: nothing said on it was known before
 * @param durationMillis null where the source has no times
 * @param sourceVersion content hash of the files that make up the conversation
 */
public record Call(
    String callId,
    LocalDate callDate,
    Instant startedAt,
    Instant knownAt,
    String path,
    String title,
    String format,
    String sourceSystem,
    String language,
    Long durationMillis,
    int turnCount,
    String sourceVersion,
    String definitionVersion) {
  public Call {
    requireNonNull(callId, "callId is null");
    requireNonNull(callDate, "callDate is null");
    requireNonNull(startedAt, "startedAt is null");
  }
}
