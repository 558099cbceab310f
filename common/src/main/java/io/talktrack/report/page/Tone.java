package io.talktrack.report.page;

/** Whether an insight praises or asks for a change. */
public enum Tone {
  STRENGTH,
  IMPROVE
}
