package io.talktrack.playbook;

import java.time.LocalDate;

/**
 * The words behind a playbook score. One row per call, playbook, criterion and span.
 *
 * @param kind EVIDENCE for a met criterion; SEARCHED and NEAREST_MISS for one not met
 */
public record PlaybookEvidence(
    String callId,
    LocalDate callDate,
    String playbook,
    String criterion,
    String kind,
    int firstTurn,
    int lastTurn,
    int start,
    int end,
    Double probability,
    String sourceVersion,
    String definitionVersion) {}
