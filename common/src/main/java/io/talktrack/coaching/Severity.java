package io.talktrack.coaching;

/** How much an insight should worry a manager. */
public enum Severity {
  WARNING,
  ADVICE,
  PRAISE
}
