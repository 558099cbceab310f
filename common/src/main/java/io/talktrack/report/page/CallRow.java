package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * A call in a table, and the head of its own page. Null where unknown or not measured.
 *
 * @param startedAt in the company's time zone
 * @param talkRatio rep's share of the call, 0 to 1
 * @param playbookScore 0 to 1
 * @param sentimentChange customer's mood at the end less that at the start, in points of -5 to 5
 * @param nextStepSet whether it ended with a dated commitment
 * @param objections how many the customer raised
 */
public record CallRow(
    String callId,
    LocalDateTime startedAt,
    String title,
    String repId,
    String repName,
    String account,
    String opportunity,
    Long durationMillis,
    Double talkRatio,
    Double playbookScore,
    Double sentimentChange,
    Boolean nextStepSet,
    int objections) {
  public CallRow {
    requireNonNull(callId, "callId is null");
    requireNonNull(startedAt, "startedAt is null");
  }
}
