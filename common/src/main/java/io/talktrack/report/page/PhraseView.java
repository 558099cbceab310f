package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a call was about: a key phrase, how often it was said, and in which turns. */
public record PhraseView(String phrase, int mentions, List<Integer> turns) {
  public PhraseView {
    requireNonNull(phrase, "phrase is null");
    turns = List.copyOf(turns);
  }
}
