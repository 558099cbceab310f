package io.talktrack.sentiment;

import io.talktrack.call.Speaker;
import java.time.LocalDate;

/**
 * The labels of one sentence of an e-mail. One row per e-mail and sentence; columns as in {@link
 * TurnLabel}.
 */
public record EmailLabel(
    String emailId,
    LocalDate emailDate,
    int sentenceNo,
    Speaker side,
    String language,
    String status,
    TextLabels labels,
    String inputKey,
    String bundle,
    String precision,
    String device,
    String processor,
    String sourceVersion,
    String definitionVersion) {}
