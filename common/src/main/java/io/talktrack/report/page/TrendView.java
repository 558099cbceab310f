package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How one measure went over weeks (team page) or over calls (rep page); units as in {@link
 * ScoreView}.
 */
public record TrendView(String metric, String unit, List<TrendPoint> points) {
  public TrendView {
    requireNonNull(metric, "metric is null");
    requireNonNull(unit, "unit is null");
    points = List.copyOf(points);
  }
}
