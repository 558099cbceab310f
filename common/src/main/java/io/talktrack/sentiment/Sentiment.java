package io.talktrack.sentiment;

/** The valence of words, or the attitude towards the deal. */
public enum Sentiment {
  NEGATIVE,
  NEUTRAL,
  POSITIVE
}
