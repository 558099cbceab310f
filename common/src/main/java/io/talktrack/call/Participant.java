package io.talktrack.call;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One voice on a call. One row per call and speaker number.
 *
 * @param labelHash pseudonym of the name that the transcript gives the speaker, null where it gives
 *     none
 * @param personId pseudonym of the rep or contact it was resolved to, else the label's
 * @param method how the side was told: SOURCE, SIDE_CAR, REP_NAME, CONTACT_NAME, ONLY_OTHER_SIDE,
 *     NONE
 * @param confidence 0 to 1
 */
public record Participant(
    String callId,
    LocalDate callDate,
    int speakerNo,
    String labelHash,
    String personId,
    Speaker side,
    String method,
    double confidence,
    String sourceVersion,
    String definitionVersion)
    implements Serializable {
  public Participant {
    requireNonNull(callId, "callId is null");
    requireNonNull(side, "side is null");
  }
}
