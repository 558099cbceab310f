package io.talktrack.call;

/** What kind of conversation a piece of evidence comes from. */
public enum Source {
  CALL,
  EMAIL
}
