package io.talktrack.objection;

import io.talktrack.call.Source;
import java.time.LocalDate;
import java.util.List;

/**
 * An objection that the customer raised. One row per piece of evidence and type.
 *
 * @param unitNo turn number of a call, sentence number of an e-mail
 * @param start first code point of the evidence in the unit's redacted text
 * @param end code point after the evidence
 * @param probability calibrated, 0 to 1
 * @param strength how surely the words that raised it turn against the deal, 0 to 1: the calibrated
 *     probability that their attitude to it is negative; null where nobody measured it
 * @param isAddressed whether the rep's answer handles it; null where there was no chance to answer
 * @param isResolved whether the customer then let it go; null where that cannot be told
 * @param responseUnits the rep's turns that answer it
 * @param responseLatencyMillis from the end of the objection to the rep's first word; null without
 *     times
 */
public record Objection(
    String objectionId,
    Source source,
    String sourceId,
    LocalDate sourceDate,
    int unitNo,
    int start,
    int end,
    ObjectionType type,
    double probability,
    Stance stance,
    Double strength,
    Boolean isAddressed,
    Boolean isResolved,
    List<Integer> responseUnits,
    Long responseLatencyMillis,
    Long responseMillis,
    String sourceVersion,
    String definitionVersion) {}
