package io.talktrack.transcript;

/**
 * How large a file may be before it is refused, so that one file cannot exhaust an executor.
 *
 * @param lineLength UTF-16 units in a line, or in one JSON string
 * @param jsonDepth objects and arrays within each other
 */
public record Limits(long bytes, int lines, int cues, int lineLength, int jsonDepth) {
  public static final Limits DEFAULT = new Limits(64L << 20, 4_000_000, 500_000, 1_000_000, 50);
}
