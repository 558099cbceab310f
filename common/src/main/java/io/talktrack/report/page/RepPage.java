package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * How one rep sells, and what to work on.
 *
 * @param scorecard the rep's values beside the team's
 * @param trends one point per call
 * @param heat the columns are the calls, oldest first
 * @param objections that customers raised with this rep, newest first
 * @param calls newest first
 */
public record RepPage(
    String repId,
    String name,
    String team,
    String manager,
    LocalDate from,
    LocalDate to,
    List<ScoreView> scorecard,
    List<InsightView> insights,
    List<TrendView> trends,
    List<HeatRow> heat,
    List<ObjectionView> objections,
    List<CallRow> calls) {
  public RepPage {
    requireNonNull(repId, "repId is null");
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    scorecard = List.copyOf(scorecard);
    insights = List.copyOf(insights);
    trends = List.copyOf(trends);
    heat = List.copyOf(heat);
    objections = List.copyOf(objections);
    calls = List.copyOf(calls);
  }
}
