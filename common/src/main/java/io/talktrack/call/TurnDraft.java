package io.talktrack.call;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A turn before its speaker is resolved and its text masked.
 *
 * @param turnNo from 0, in the order of speaking
 * @param speaker the source's own name for the speaker, null where it has none
 * @param startMillis milliseconds from the start of the recording, null where the source has none
 * @param text on one line
 */
public record TurnDraft(
    int turnNo,
    String speaker,
    Speaker side,
    String channel,
    Long startMillis,
    Long endMillis,
    String text,
    List<Word> words) {
  public TurnDraft {
    requireNonNull(side, "side is null");
    requireNonNull(text, "text is null");
    words = List.copyOf(words);
  }
}
