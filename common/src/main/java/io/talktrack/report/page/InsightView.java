package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A sentence of advice, ready to be read, and the turns that it rests on.
 *
 * @param repId the rep whom it is about, null when it is about the team
 */
public record InsightView(
    String repId, String repName, String sentence, Tone tone, List<TurnLink> evidence) {
  public InsightView {
    requireNonNull(sentence, "sentence is null");
    requireNonNull(tone, "tone is null");
    evidence = List.copyOf(evidence);
  }
}
