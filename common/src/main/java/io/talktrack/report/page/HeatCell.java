package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

/**
 * How one call did on a criterion.
 *
 * @param turnNo the turn that shows it, null where there is none
 */
public record HeatCell(String callId, CriterionOutcome outcome, Integer turnNo) {
  public HeatCell {
    requireNonNull(callId, "callId is null");
    requireNonNull(outcome, "outcome is null");
  }
}
