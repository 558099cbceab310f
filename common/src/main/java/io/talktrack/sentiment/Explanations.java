package io.talktrack.sentiment;

import io.talktrack.sentiment.TextLabels.CarryingSpan;

/** Which labels are stored with the words that carried them. */
public enum Explanations {
  ALL,
  OBJECTIONS,
  /** The evidence of an objection is then all that was said with it. */
  NONE;

  /** Whether these words are asked for. */
  public boolean include(CarryingSpan words) {
    return switch (this) {
      case ALL -> true;
      case OBJECTIONS -> words.head().equals("objection");
      case NONE -> false;
    };
  }
}
