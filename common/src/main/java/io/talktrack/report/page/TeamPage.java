package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * The first page of the report: how the team sells in a period.
 *
 * @param company what the report is headed with
 * @param from first day of the period
 * @param to last day of the period
 * @param tiles the headline measures, in order
 * @param reps the table's columns are the scores of its first row
 * @param coachingPoints the most telling first
 * @param trends weekly, the first one is shown first
 * @param objections all of the period, from calls and e-mails; the chart counts them by type
 */
public record TeamPage(
    String company,
    LocalDate from,
    LocalDate to,
    CoverageView coverage,
    List<ScoreView> tiles,
    List<RepRow> reps,
    List<InsightView> coachingPoints,
    List<TrendView> trends,
    List<CallRow> calls,
    List<ObjectionView> objections) {
  public TeamPage {
    requireNonNull(company, "company is null");
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    requireNonNull(coverage, "coverage is null");
    tiles = List.copyOf(tiles);
    reps = List.copyOf(reps);
    coachingPoints = List.copyOf(coachingPoints);
    trends = List.copyOf(trends);
    calls = List.copyOf(calls);
    objections = List.copyOf(objections);
  }
}
