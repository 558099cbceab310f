package io.talktrack.sentiment;

import java.util.List;

/**
 * A sentence that a person labelled. One row per sentence.
 *
 * @param scenario the imagined conversation it comes from; train and test are split by it
 * @param objections types that it raises; empty for none
 * @param dealSentiment null where the speaker is no customer
 * @param stage null where the speaker is no rep
 * @param hardNegativeFor labels that it looks like and does not have
 */
public record LabelledText(
    String language,
    String side,
    String register,
    String industry,
    String scenario,
    List<String> objections,
    String sentiment,
    String dealSentiment,
    String stage,
    List<String> hardNegativeFor,
    String text) {

  /** Whether its scenario is kept for testing. */
  public boolean isTest() {
    return ScenarioSplit.isTest(scenario);
  }

  /** The cross-validation fold of its scenario. */
  public int fold(int folds) {
    return ScenarioSplit.fold(scenario, folds);
  }
}
