package io.talktrack.playbook;

import java.util.Locale;

/** Stands for an encoder in tests: a text is the bag of its hashed words (and Han characters). */
final class WordHashes {
  private static final int DIMENSIONS = 384;

  static float[] of(String text) {
    float[] bag = new float[DIMENSIONS];
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+|(?=\\p{IsHan})", -1)) {
      if (!word.isEmpty()) {
        bag[Math.floorMod(word.hashCode() * 31, DIMENSIONS)] += 1;
      }
    }

    double length = 0;
    for (float count : bag) {
      length += count * count;
    }
    for (int d = 0; d < DIMENSIONS; d++) {
      bag[d] = (float) (bag[d] / Math.max(1, Math.sqrt(length)));
    }
    return bag;
  }

  private WordHashes() {}
}
