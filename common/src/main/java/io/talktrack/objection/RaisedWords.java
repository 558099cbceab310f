package io.talktrack.objection;

import io.talktrack.call.Evidence;
import io.talktrack.call.Source;
import io.talktrack.sentiment.TextLabels;

/** The words that raised an objection. */
final class RaisedWords {
  private static final String HEAD = "objection";

  /** The words that carried the type; the whole unit where they are not known. */
  static Evidence of(
      Source source, String sourceId, int unitNo, String text, TextLabels labels, String type) {
    return labels
        .carrying(HEAD, type)
        .map(words -> new Evidence(source, sourceId, unitNo, words.start(), words.end()))
        .orElseGet(() -> Evidence.whole(source, sourceId, unitNo, text));
  }

  private RaisedWords() {}
}
