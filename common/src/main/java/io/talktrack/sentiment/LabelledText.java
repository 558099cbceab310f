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

  /** Whether a scenario is kept for testing: a quarter of them, told by the name alone. */
  public boolean isTest() {
    return Math.floorMod(stableHash(scenario), 4) == 0;
  }

  /** The cross-validation fold of its scenario. */
  public int fold(int folds) {
    return Math.floorMod(stableHash("fold/" + scenario), folds);
  }

  // String.hashCode of near-equal names lies close together; FNV-1a spreads them
  private static int stableHash(String name) {
    int hash = 0x811c9dc5;
    for (int position = 0; position < name.length(); position++) {
      hash = (hash ^ name.charAt(position)) * 0x01000193;
    }
    return hash ^ (hash >>> 15);
  }
}
