package io.talktrack.report.page;

/** What a label tells of a turn; an objection's words are marked in the turn itself. */
public enum LabelKind {
  SENTIMENT,
  DEAL_SENTIMENT,
  STAGE
}
