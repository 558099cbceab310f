package io.talktrack.tracker;

/**
 * A sentence of which it is known whether a tracker should hear it. One row per tracker and
 * sentence.
 */
public record TrackedLine(String language, String tracker, boolean holds, String text) {

  /**
   * Whether it is kept for measuring; definitions may be written by the other half only. Told by
   * the text alone.
   */
  public boolean isTest() {
    return Math.floorMod((text.hashCode() * 0x9E3779B9) >>> 16, 2) == 0;
  }
}
