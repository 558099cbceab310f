package io.talktrack.report;

import io.talktrack.report.page.ScoreView;
import java.util.Optional;

/** A score drawn on a line from 0 to 100 per cent of its width, with the published range on it. */
record RangeBar(Double bandStart, Double bandWidth, Double value, Double team) {
  private static final double HEADROOM = 1.2;

  static RangeBar of(ScoreView score) {
    Optional<PublishedRange> range = PublishedRange.of(score.metric());
    double low = bottom(score.unit());
    double high = top(score, range);

    return new RangeBar(
        range.map(band -> place(band.low(), low, high)).orElse(null),
        range
            .map(band -> place(band.high(), low, high) - place(band.low(), low, high))
            .orElse(null),
        place(score.value(), low, high),
        place(score.teamValue(), low, high));
  }

  boolean isEmpty() {
    return value == null && team == null;
  }

  private static double bottom(String unit) {
    return switch (unit) {
      case "-5 to 5" -> -5;
      case "-10 to 10" -> -10;
      default -> 0;
    };
  }

  private static double top(ScoreView score, Optional<PublishedRange> range) {
    return switch (score.unit()) {
      case "ratio", "0 or 1" -> 1;
      case "-5 to 5" -> 5;
      case "-10 to 10", "0 to 10" -> 10;
      default -> {
        double most = range.map(PublishedRange::high).orElse(0.0);
        most = Math.max(most, score.value() == null ? 0 : score.value());
        most = Math.max(most, score.teamValue() == null ? 0 : score.teamValue());
        yield most == 0 ? 1 : most * HEADROOM;
      }
    };
  }

  private static Double place(Double value, double low, double high) {
    if (value == null || !Double.isFinite(value)) {
      return null;
    }

    double share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    return Math.round(share * 10_000) / 100.0;
  }
}
