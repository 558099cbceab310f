package io.talktrack.playbook;

/** How a call did on a criterion. Only the first two are scores. */
public enum CriterionOutcome {
  MET,
  NOT_MET,
  NOT_APPLICABLE,
  ABSTAINED
}
