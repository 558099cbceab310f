package io.talktrack.metric;

import static io.talktrack.metric.MetricStatus.ESTIMATED;
import static io.talktrack.metric.MetricStatus.MEASURED;
import static io.talktrack.metric.MetricStatus.UNAVAILABLE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a formula finds on one call, before it becomes a row.
 *
 * @param unit null for the definition's own
 */
record Reading(
    MetricStatus status, String reason, Double numerator, Double denominator, String unit) {

  static Reading of(double numerator, double denominator) {
    return denominator == 0
        ? unavailable("there is nothing to divide by")
        : new Reading(MEASURED, null, numerator, denominator, null);
  }

  static Reading of(long numerator, long denominator) {
    return of((double) numerator, (double) denominator);
  }

  static Reading count(long count) {
    return of(count, 1);
  }

  static Reading seconds(long millis) {
    return of(millis, 1_000);
  }

  static Reading meanSeconds(long millis, int count) {
    return of(millis, 1_000L * count);
  }

  static Reading unavailable(String reason) {
    return new Reading(UNAVAILABLE, reason, null, null, null);
  }

  /** The same, but only an estimate where there are caveats. */
  Reading with(List<String> caveats) {
    if (caveats.isEmpty() || status == UNAVAILABLE) {
      return this;
    }

    String all =
        Stream.concat(Optional.ofNullable(reason).stream(), caveats.stream())
            .collect(Collectors.joining("; "));
    return new Reading(ESTIMATED, all, numerator, denominator, unit);
  }

  Reading in(String otherUnit) {
    return new Reading(status, reason, numerator, denominator, otherUnit);
  }

  Double value() {
    return status == UNAVAILABLE ? null : numerator / denominator;
  }
}
