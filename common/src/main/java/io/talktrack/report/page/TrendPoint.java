package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * One point of a trend.
 *
 * @param date the call's day, or the Monday of the week
 * @param value in the trend's unit, null where nothing was measured
 * @param callId the call it stands for, null for a week
 */
public record TrendPoint(LocalDate date, Double value, String callId) {
  public TrendPoint {
    requireNonNull(date, "date is null");
  }
}
