package io.talktrack.call;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * One uninterrupted stretch of speech. One row per call and turn number.
 *
 * @param turnNo from 0, in the order of speaking
 * @param speakerNo the participant's number within the call
 * @param personId pseudonym of the speaker, null where nobody could be told
 * @param startMillis milliseconds from the call's start, null where the source has no times
 * @param language "en", "zh" or another ISO 639-1 code, "und" where it cannot be told
 * @param text redacted text
 * @param words masked like the text; empty where the source has none
 */
public record Turn(
    String callId,
    int turnNo,
    LocalDate callDate,
    int speakerNo,
    String personId,
    Speaker speaker,
    String channel,
    Long startMillis,
    Long endMillis,
    String language,
    String text,
    List<Word> words,
    String sourceVersion,
    String definitionVersion) {
  public Turn {
    requireNonNull(callId, "callId is null");
    requireNonNull(text, "text is null");
    requireNonNull(speaker, "speaker is null");
  }

  /**
   * A turn that nobody said: of golden calls, and of talk that the product is measured on.
   *
   * @param startMillis null with endMillis where it has no time
   */
  public static Turn madeUp(
      String callId,
      int turnNo,
      Speaker speaker,
      Long startMillis,
      Long endMillis,
      String language,
      String text) {
    return new Turn(
        callId,
        turnNo,
        LocalDate.EPOCH,
        speaker == Speaker.REP ? 0 : 1,
        null,
        speaker,
        null,
        startMillis,
        endMillis,
        language,
        text,
        List.of(),
        "made up",
        "made up");
  }

  public boolean isTimed() {
    return startMillis != null && endMillis != null;
  }

  /** The same words with the side and person of the voice that said them. */
  public Turn saidBy(Participant voice) {
    return new Turn(
        callId,
        turnNo,
        callDate,
        speakerNo,
        voice.personId(),
        voice.side(),
        channel,
        startMillis,
        endMillis,
        language,
        text,
        words,
        voice.sourceVersion(),
        definitionVersion);
  }
}
