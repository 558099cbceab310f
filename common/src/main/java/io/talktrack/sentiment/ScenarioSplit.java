package io.talktrack.sentiment;

/**
 * Splits labelled sentences by the imagined conversation they come from, told by its name alone.
 */
public final class ScenarioSplit {
  private ScenarioSplit() {}

  /** Whether a scenario is kept for testing: a quarter of them. */
  public static boolean isTest(String scenario) {
    return Math.floorMod(stableHash(scenario), 4) == 0;
  }

  /** The cross-validation fold of a scenario. */
  public static int fold(String scenario, int folds) {
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
