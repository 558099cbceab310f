package io.talktrack.playbook;

/** What a turn is for. The names are those that the stage head gives. */
public enum CallStage {
  OPENING,
  QUALIFICATION,
  DISCOVERY,
  VALUE,
  SOLUTION,
  OBJECTION_HANDLING,
  NEXT_STEP,
  CLOSE,
  NONE
}
