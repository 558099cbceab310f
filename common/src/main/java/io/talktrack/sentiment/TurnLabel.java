package io.talktrack.sentiment;

import io.talktrack.call.Speaker;
import java.time.LocalDate;

/**
 * The labels of one turn. One row per call and turn.
 *
 * @param status SCORED, or why there is no score: UNSUPPORTED_LANGUAGE, EMPTY, FAILED
 * @param labels null unless SCORED
 * @param inputKey the text's key in the inference cache
 */
public record TurnLabel(
    String callId,
    LocalDate callDate,
    int turnNo,
    Speaker speaker,
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
