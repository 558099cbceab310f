package io.talktrack.inbox;

import java.time.Instant;

/**
 * One version of one source file. One row per path and content hash; the latest of a path is its
 * present state.
 *
 * @param kind CALL, EMAIL, CRM, KNOWLEDGE
 * @param contentHash empty where the file was too large to read
 * @param duplicateOf the path whose content or conversation it repeats, null unless DUPLICATE
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
    String definitionVersion,
    Instant ingestedAt) {

  /** The same version, of which more records are now known to stand in other files too. */
  public RawFile withMoreDuplicates(long more, Instant now) {
    return new RawFile(
        path,
        contentHash,
        kind,
        length,
        modifiedMillis,
        format,
        recordsProcessed == more ? "DUPLICATE" : status,
        duplicateOf,
        recordsIn,
        recordsProcessed - more,
        recordsQuarantined,
        recordsDuplicate + more,
        definitionVersion,
        now);
  }

  /** The same version, now known to repeat another file. */
  public RawFile asDuplicateOf(String original, Instant now) {
    return new RawFile(
        path,
        contentHash,
        kind,
        length,
        modifiedMillis,
        format,
        "DUPLICATE",
        original,
        recordsIn,
        0,
        0,
        recordsIn,
        definitionVersion,
        now);
  }
}
