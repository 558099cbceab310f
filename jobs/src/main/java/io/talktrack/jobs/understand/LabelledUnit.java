package io.talktrack.jobs.understand;

import io.talktrack.call.Speaker;
import io.talktrack.sentiment.EmailLabel;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TurnLabel;
import java.time.LocalDate;

/** A unit with what its bundle says of it. */
public record LabelledUnit(
    String sourceId,
    LocalDate day,
    int unitNo,
    Speaker side,
    String language,
    String status,
    TextLabels labels,
    String inputKey,
    String bundle,
    String precision,
    String device,
    String processor,
    String sourceVersion) {

  TurnLabel asTurnLabel(String definition) {
    return new TurnLabel(
        sourceId,
        day,
        unitNo,
        side,
        language,
        status,
        labels,
        inputKey,
        bundle,
        precision,
        device,
        processor,
        sourceVersion,
        definition);
  }

  EmailLabel asEmailLabel(String definition) {
    return new EmailLabel(
        sourceId,
        day,
        unitNo,
        side,
        language,
        status,
        labels,
        inputKey,
        bundle,
        precision,
        device,
        processor,
        sourceVersion,
        definition);
  }
}
