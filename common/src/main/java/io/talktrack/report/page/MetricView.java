package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One measure of one call.
 *
 * @param metric id as in call_metrics
 * @param value in the unit, null when unavailable
 * @param unit as in {@link ScoreView}
 * @param reason why it is estimated or unavailable, null when measured
 * @param definition id and version of the definition, as stored
 * @param turns the turns that it comes from, empty where it comes from the whole call
 */
public record MetricView(
    String metric,
    Double value,
    String unit,
    MeasureStatus status,
    String reason,
    String definition,
    List<Integer> turns) {
  public MetricView {
    requireNonNull(metric, "metric is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(status, "status is null");
    turns = List.copyOf(turns);
  }
}
