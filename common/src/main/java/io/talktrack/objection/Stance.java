package io.talktrack.objection;

import io.talktrack.sentiment.Sentiment;
import io.talktrack.sentiment.TextLabels;

/** How the customer means an objection. */
public enum Stance {
  /** It stands against the purchase. */
  OBJECTION,
  /** It is what the purchase depends on: the same words are in favour of the deal. */
  CONDITION;

  /**
   * The stance of the words that raised an objection: a condition where their attitude to the deal
   * is positive, else an objection, also where that head abstains.
   */
  static Stance of(TextLabels labels) {
    return Sentiment.POSITIVE.name().equals(labels.dealSentiment()) ? CONDITION : OBJECTION;
  }
}
