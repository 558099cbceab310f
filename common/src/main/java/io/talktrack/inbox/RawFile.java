package io.talktrack.inbox;

import java.time.Instant;

/**
 * One version of one source file. One row per path and content hash.
 *
 * @param kind CALL, EMAIL, CRM, KNOWLEDGE
 * @param status PROCESSED, QUARANTINED or DUPLICATE
 * @param recordsIn records found inside; equal to the sum of the three counts after it
 */
public record RawFile(
    String path,
    String contentHash,
    String kind,
    long length,
    long modifiedMillis,
    String format,
    String status,
    String duplicateOf,
    long recordsIn,
    long recordsProcessed,
    long recordsQuarantined,
    long recordsDuplicate,
    boolean isCurrent,
    String definitionVersion,
    Instant ingestedAt) {}
