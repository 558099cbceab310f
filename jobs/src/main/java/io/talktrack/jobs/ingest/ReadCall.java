package io.talktrack.jobs.ingest;

import io.talktrack.call.SideHint;
import io.talktrack.call.Word;
import io.talktrack.inbox.RawFile;
import io.talktrack.privacy.RestrictedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the files of one conversation say, already redacted. One row per conversation key.
 *
 * @param callId null where no file could be read as a call
 * @param originals of turns in which something was masked, where these are kept
 */
public record ReadCall(
    String key,
    List<ReadFile> files,
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
    List<ReadTurn> turns,
    List<Voice> voices,
    List<RestrictedText> originals) {

  /** What became of one file. */
  public record ReadFile(
      String path,
      String contentHash,
      long length,
      long modifiedMillis,
      String format,
      String status,
      String duplicateOf,
      String reason,
      String detail,
      String definitionVersion) {
    RawFile asRawFile(String kind, String original, Instant now) {
      boolean isDuplicate = original != null && "PROCESSED".equals(status);
      String outcome = isDuplicate ? "DUPLICATE" : status;
      return new RawFile(
          path,
          contentHash,
          kind,
          length,
          modifiedMillis,
          format,
          outcome,
          original,
          1,
          "PROCESSED".equals(outcome) ? 1 : 0,
          "QUARANTINED".equals(outcome) ? 1 : 0,
          "DUPLICATE".equals(outcome) ? 1 : 0,
          definitionVersion,
          now);
    }
  }

  /** A turn before anyone is known by name. */
  public record ReadTurn(
      int turnNo,
      int speakerNo,
      String channel,
      Long startMillis,
      Long endMillis,
      String language,
      String text,
      List<Word> words) {}

  /**
   * A speaker as the transcript has it.
   *
   * @param hints by which its side may be told
   */
  public record Voice(int speakerNo, String labelHash, List<SideHint> hints) {}

  /** The same without what was said: enough to decide about the call. */
  ReadCall withoutTurns() {
    return new ReadCall(
        key,
        files,
        callId,
        callDate,
        startedAt,
        knownAt,
        path,
        title,
        format,
        sourceSystem,
        language,
        durationMillis,
        turnCount,
        contentHash,
        readingVersion,
        List.of(),
        voices,
        List.of());
  }

  boolean isReadable() {
    return callId != null;
  }
}
