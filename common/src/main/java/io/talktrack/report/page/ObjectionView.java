package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import io.talktrack.call.Source;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import java.time.LocalDate;
import java.util.List;

/**
 * An objection and what became of it.
 *
 * @param sourceId the call's or e-mail's id; only calls have pages to link to
 * @param turnNo the customer's turn; in an e-mail the sentence
 * @param said the customer's turn, with the words that carried the objection
 * @param answered the rep's words, redacted; null where nobody answered
 * @param probability calibrated, 0 to 1
 * @param strength null where nobody measured it
 * @param answerTurns the rep's turns that answer it
 * @param latencyMillis from the end of the objection to the rep's first word; null without times
 * @param answerMillis how long the rep's answer took; null without times
 * @param isAddressed null where there was no chance to answer
 * @param isResolved null where it cannot be told
 */
public record ObjectionView(
    Source source,
    String sourceId,
    LocalDate date,
    String title,
    String repId,
    String repName,
    ObjectionType type,
    double probability,
    Stance stance,
    Double strength,
    int turnNo,
    SaidWords said,
    String answered,
    List<Integer> answerTurns,
    Long latencyMillis,
    Long answerMillis,
    Boolean isAddressed,
    Boolean isResolved) {
  public ObjectionView {
    requireNonNull(source, "source is null");
    requireNonNull(sourceId, "sourceId is null");
    requireNonNull(type, "type is null");
    requireNonNull(stance, "stance is null");
    answerTurns = List.copyOf(answerTurns);
  }
}
