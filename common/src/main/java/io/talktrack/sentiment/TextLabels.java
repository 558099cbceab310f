package io.talktrack.sentiment;

import java.util.List;
import java.util.Optional;

/**
 * What the heads say of one text. Probabilities are calibrated and between 0 and 1.
 *
 * @param sentiment valence of the words (NEGATIVE, NEUTRAL, POSITIVE), null when the head abstains
 * @param dealSentiment attitude to the purchase, null when the head abstains
 * @param stage the playbook stage that the text belongs to
 * @param objections every objection type with its probability, in the order of the types
 * @param carriedBy for each label that is given, the words that carried it, if they were asked for
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
    List<TypeScore> objections,
    List<CarryingSpan> carriedBy) {

  /** Without the words. */
  public TextLabels(
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
    this(
        sentiment,
        sentimentNegative,
        sentimentNeutral,
        sentimentPositive,
        dealSentiment,
        dealNegative,
        dealNeutral,
        dealPositive,
        stage,
        stageProbability,
        objections,
        List.of());
  }

  /** The words that carried a label of a head; empty where they are not known. */
  public Optional<CarryingSpan> carrying(String head, String label) {
    return carriedBy.stream()
        .filter(span -> span.head().equals(head) && span.label().equals(label))
        .findFirst();
  }

  /** The words of a text that carried a label: a half-open span of code points. */
  public record CarryingSpan(String head, String label, int start, int end) {}

  /** An objection type and its probability. */
  public record TypeScore(String type, double probability) {}
}
