package io.talktrack.sentiment;

/**
 * A labelled turn with the turn before it. One row per turn.
 *
 * @param needsBefore whether a reader of the turn alone would judge it wrongly
 * @param before what the other side said just before
 */
public record TurnInContext(LabelledText turn, boolean needsBefore, String before) {

  /** Both as one text, as the conversation has them. */
  public String withBefore() {
    return before + " " + turn.text();
  }
}
