package io.talktrack.metric;

import java.time.LocalDate;

/**
 * One measure of one call. One row per call and metric.
 *
 * @param value null when unavailable
 * @param status MEASURED, ESTIMATED or UNAVAILABLE
 * @param reason why it is estimated or unavailable, null when measured
 */
public record CallMetric(
    String callId,
    LocalDate callDate,
    String metric,
    Double value,
    String unit,
    String status,
    String reason,
    Double numerator,
    Double denominator,
    String definitionId,
    String definitionVersion,
    String sourceVersion) {}
