package io.talktrack.tracker;

import java.time.LocalDate;

/**
 * What a call was about. One row per call and phrase.
 *
 * @param score YAKE's score: lower is more telling
 */
public record KeyPhrase(
    String callId,
    LocalDate callDate,
    String phrase,
    double score,
    int mentions,
    String sourceVersion,
    String definitionVersion) {}
