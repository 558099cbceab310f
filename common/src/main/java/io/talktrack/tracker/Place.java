package io.talktrack.tracker;

/**
 * Where on a call a tracker heard what it listens for, or searched for it in vain.
 *
 * @param turnNo null where nothing was heard
 * @param start of a half-open span: of code points, or of turns where nothing was heard
 */
public record Place(Integer turnNo, int start, int end) {

  /** Nothing was heard in the turns from one to before another. */
  static Place searched(int fromTurn, int beforeTurn) {
    return new Place(null, fromTurn, beforeTurn);
  }
}
