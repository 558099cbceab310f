package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

/**
 * One measure averaged over calls: a headline tile, or a cell of a scorecard.
 *
 * @param metric id as in call_metrics, or playbook_score, objections_addressed_rate,
 *     objections_resolved_rate
 * @param value in the unit; null where no call could be measured
 * @param teamValue what it is compared with, in the unit; null where there is nothing
 * @param unit as in call_metrics: ratio (0 to 1), seconds, "0 or 1" (a mean is a share), "-5 to 5",
 *     "-10 to 10", "0 to 10", or words such as "per hour"
 * @param calls how many calls (objections, for the objection rates) the value comes from
 * @param reason why there is no value, or why it is estimated; else null
 */
public record ScoreView(
    String metric, Double value, Double teamValue, String unit, int calls, String reason) {
  public ScoreView {
    requireNonNull(metric, "metric is null");
    requireNonNull(unit, "unit is null");
  }
}
