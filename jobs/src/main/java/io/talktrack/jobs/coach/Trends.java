package io.talktrack.jobs.coach;

import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.ScoreView;
import io.talktrack.report.page.TrendPoint;
import io.talktrack.report.page.TrendView;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How measures went over time. */
final class Trends {
  /** A point for every week from the first call to the last, also where nothing was measured. */
  static List<TrendView> byWeek(List<String> metrics, Selling selling, Names names) {
    List<LocalDate> mondays =
        monday(selling.firstDay())
            .datesUntil(selling.lastDay().plusDays(1), Period.ofWeeks(1))
            .toList();
    List<TrendView> trends = new ArrayList<>();
    for (String metric : metrics) {
      List<TrendPoint> points = new ArrayList<>();
      for (LocalDate week : mondays) {
        points.add(
            new TrendPoint(week, Scores.of(metric, selling.inWeekOf(week), names).value(), null));
      }
      trends.add(new TrendView(metric, Scores.of(metric, selling, names).unit(), points));
    }
    return trends;
  }

  /** A point for every call, the oldest first. */
  static List<TrendView> byCall(List<String> metrics, Selling selling, Names names) {
    List<CallPage> calls = new ArrayList<>(selling.calls());
    Collections.reverse(calls);
    List<TrendView> trends = new ArrayList<>();
    for (String metric : metrics) {
      String unit = Scores.of(metric, selling, names).unit();
      trends.add(
          new TrendView(
              metric, unit, calls.stream().map(call -> point(metric, unit, call, names)).toList()));
    }
    return trends;
  }

  private static TrendPoint point(String metric, String unit, CallPage call, Names names) {
    ScoreView score = Scores.of(metric, new Selling(List.of(call), List.of()), names);
    return new TrendPoint(
        Selling.day(call), score.unit().equals(unit) ? score.value() : null, call.call().callId());
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private Trends() {}
}
