package io.talktrack.report.page;

/** Why words of a transcript are highlighted. The first kind wins the background of an overlap. */
public enum MarkKind {
  OBJECTION,
  PLAYBOOK,
  NEAREST_MISS,
  TRACKER
}
