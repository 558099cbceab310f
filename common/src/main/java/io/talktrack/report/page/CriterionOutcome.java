package io.talktrack.report.page;

/** How a call did on one playbook criterion. */
public enum CriterionOutcome {
  MET,
  NOT_MET,
  NOT_APPLICABLE,
  ABSTAINED
}
