package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * One turn of one call: where a sentence of the report comes from.
 *
 * @param callDate the call's day, shown beside the turn's number
 */
public record TurnLink(String callId, LocalDate callDate, int turnNo) {
  public TurnLink {
    requireNonNull(callId, "callId is null");
  }
}
