package io.talktrack.playbook;

import io.talktrack.sentiment.TextLabels;

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
  NONE;

  private static final double SURE = 0.5;

  /** Whether the model is sure enough that a turn belongs to it. */
  public boolean isOf(TextLabels labels) {
    return name().equals(labels.stage()) && labels.stageProbability() >= SURE;
  }
}
