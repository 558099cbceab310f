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
 * @param contentHash of the transcript's bytes
 * @param readingVersion of all files of the conversation, its side-car row and how they were read
 * @param sourceVersion of the reading and of who was found to be speaking
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
    String contentHash,
    String readingVersion,
    String sourceVersion,
    String definitionVersion) {
  public Call {
    requireNonNull(callId, "callId is null");
    requireNonNull(callDate, "callDate is null");
    requireNonNull(startedAt, "startedAt is null");
  }
}
