package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How a call did on one criterion, and by which words.
 *
 * @param stage the playbook stage's id
 * @param criterion the criterion's id or short name
 * @param instruction what is asked of the rep, as the playbook words it; may be null
 * @param score 0 to 1, null unless met or not met
 * @param weight its part in the playbook's score
 * @param probability of the best turn, 0 to 1; null where none was searched
 * @param reason why it does not apply or was left to a human, else null
 */
public record CriterionView(
    String stage,
    String criterion,
    String instruction,
    CriterionOutcome outcome,
    Double score,
    double weight,
    boolean isCritical,
    Double probability,
    String reason,
    List<EvidenceView> evidence) {
  public CriterionView {
    requireNonNull(criterion, "criterion is null");
    requireNonNull(outcome, "outcome is null");
    evidence = List.copyOf(evidence);
  }
}
