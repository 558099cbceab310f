package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

/**
 * Turns that show a criterion met, or where it was sought in vain.
 *
 * @param firstTurn first turn of the stretch
 * @param lastTurn last turn of the stretch, the same for a single turn
 * @param quote the words, redacted; null for a stretch that was searched
 */
public record EvidenceView(EvidenceKind kind, int firstTurn, int lastTurn, String quote) {
  public EvidenceView {
    requireNonNull(kind, "kind is null");
  }
}
