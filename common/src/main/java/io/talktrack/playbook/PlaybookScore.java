package io.talktrack.playbook;

import java.time.LocalDate;

/**
 * How a call did on one criterion. One row per call, playbook and criterion.
 *
 * @param outcome MET, NOT_MET, NOT_APPLICABLE or ABSTAINED
 * @param score 0 to 1, null unless MET or NOT_MET
 * @param probability of the best turn, null where none was searched
 */
public record PlaybookScore(
    String callId,
    LocalDate callDate,
    String playbook,
    String stage,
    String criterion,
    String outcome,
    Double score,
    double weight,
    boolean isCritical,
    Double probability,
    String reason,
    String sourceVersion,
    String definitionVersion) {

  public boolean isCriticalMiss() {
    return isCritical && outcome.equals(CriterionOutcome.NOT_MET.name());
  }
}
