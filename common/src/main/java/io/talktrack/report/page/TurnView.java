package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import io.talktrack.call.Speaker;
import io.talktrack.objection.ObjectionType;
import io.talktrack.sentiment.Sentiment;
import java.util.List;

/**
 * One turn of the transcript.
 *
 * @param speakerName who is shown as the speaker, null where nobody could be told
 * @param startMillis milliseconds from the call's start, null where the source has no times
 * @param text redacted text
 * @param sentiment valence of the words, null where the model abstains
 * @param sentimentScore -5 to 5: five times positive less negative probability; null where unknown
 * @param stage the playbook stage's id, null where none is likely enough
 * @param marks spans to highlight; those of an objection also give the turn its badge
 * @param labelWords of each label that the page gives beside objections, where they are known
 */
public record TurnView(
    int turnNo,
    Speaker speaker,
    String speakerName,
    Long startMillis,
    Long endMillis,
    String text,
    Sentiment sentiment,
    Double sentimentScore,
    String stage,
    List<ObjectionType> objections,
    List<SpanMark> marks,
    List<LabelWords> labelWords) {
  public TurnView {
    requireNonNull(speaker, "speaker is null");
    requireNonNull(text, "text is null");
    objections = List.copyOf(objections);
    marks = List.copyOf(marks);
    labelWords = List.copyOf(labelWords);
  }

  /** Whether its place on the call's clock is known. */
  public boolean isTimed() {
    return startMillis != null && endMillis != null;
  }
}
