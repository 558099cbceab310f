package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

/**
 * A label of a turn and the words that carried it.
 *
 * @param label what was said of the turn, such as NEGATIVE, or a stage's id
 * @param words redacted
 */
public record LabelWords(LabelKind kind, String label, String words) {
  public LabelWords {
    requireNonNull(kind, "kind is null");
    requireNonNull(label, "label is null");
    requireNonNull(words, "words is null");
  }
}
