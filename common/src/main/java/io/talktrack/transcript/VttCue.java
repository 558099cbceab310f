package io.talktrack.transcript;

/**
 * One cue block of a WebVTT file, its text still marked up.
 *
 * @param line the number of its time line in the file, from 1
 * @param startMillis null, as is the end, where the time line is malformed: browsers drop such cues
 * @param region null where it names none that the file defines
 */
record VttCue(
    int line,
    String id,
    Long startMillis,
    Long endMillis,
    String settings,
    String region,
    String text) {
  boolean isTimed() {
    return startMillis != null;
  }
}
