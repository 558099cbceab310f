package io.talktrack.call;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One piece of a transcript as its source gives it, before anything is merged or masked.
 *
 * @param startMillis milliseconds from the start of the recording, null where the source has none
 * @param speaker the source's own name for the speaker, null where it has none
 * @param side whose side the source itself says the speaker is on, else UNKNOWN
 * @param channel the audio channel or medium ("chat"), null where the source has none
 */
public record Cue(
    Long startMillis,
    Long endMillis,
    String speaker,
    Speaker side,
    String channel,
    String text,
    List<Word> words) {
  public Cue {
    requireNonNull(side, "side is null");
    requireNonNull(text, "text is null");
    words = List.copyOf(words);
  }

  public static Cue timed(long startMillis, long endMillis, String speaker, String text) {
    return new Cue(startMillis, endMillis, speaker, Speaker.UNKNOWN, null, text, List.of());
  }

  public static Cue untimed(String speaker, String text) {
    return new Cue(null, null, speaker, Speaker.UNKNOWN, null, text, List.of());
  }
}
