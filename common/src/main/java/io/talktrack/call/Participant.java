package io.talktrack.call;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * One voice on a call. One row per call and speaker number.
 *
 * @param labelHash pseudonym of the name that the transcript gives the speaker, null where it gives
 *     none
 * @param personId pseudonym of the rep or contact it was resolved to, else the label's
 * @param method which evidence told the side: OVERRIDE, SOURCE, ADDRESS, REP_NAME, CONTACT_NAME,
 *     DOMAIN, COMPANY, CHANNEL, GIVEN_NAME, INTRODUCTION, OTHER_CALLS, ONLY_OTHER_SIDE, or NONE
 * @param confidence 0 to 1, one value per method: it ranks evidence (1 somebody states it, 0.9 and
 *     more a person or domain is known, below that it is inferred) and is no measured frequency
 * @param hints all that the transcript offers to tell the side by
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
    List<SideHint> hints,
    String sourceVersion,
    String definitionVersion)
    implements Serializable {
  public Participant {
    requireNonNull(callId, "callId is null");
    requireNonNull(side, "side is null");
    hints = List.copyOf(hints);
  }

  /** The same voice, told otherwise. */
  public Participant told(Speaker side, String personId, String method, double confidence) {
    return new Participant(
        callId,
        callDate,
        speakerNo,
        labelHash,
        personId,
        side,
        method,
        confidence,
        hints,
        sourceVersion,
        definitionVersion);
  }

  /** The same voice in another version of its call. */
  public Participant of(String callVersion) {
    return new Participant(
        callId,
        callDate,
        speakerNo,
        labelHash,
        personId,
        side,
        method,
        confidence,
        hints,
        callVersion,
        definitionVersion);
  }
}
