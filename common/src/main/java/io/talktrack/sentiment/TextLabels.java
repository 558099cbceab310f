package io.talktrack.sentiment;

import java.util.List;

/**
 * What the heads say of one text. Probabilities are calibrated and between 0 and 1.
 *
 * @param sentiment valence of the words (NEGATIVE, NEUTRAL, POSITIVE), null when the head abstains
 * @param dealSentiment attitude to the purchase, null when the head abstains
 * @param stage the playbook stage that the text belongs to
 * @param objections every objection type with its probability, in the order of the types
 */
public record TextLabels(
    String sentiment,
    double sentimentNegative,
    double sentimentNeutral,
    double sentimentPositive,
    String dealSentiment,
    double dealNegative,
    double dealNeutral,
    double dealPositive,
    String stage,
    double stageProbability,
    List<TypeScore> objections) {

  /** An objection type and its probability. */
  public record TypeScore(String type, double probability) {}
}
