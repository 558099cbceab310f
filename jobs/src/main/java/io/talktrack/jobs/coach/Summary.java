package io.talktrack.jobs.coach;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.talktrack.coaching.InsightText;
import io.talktrack.metric.MetricDefinition;
import io.talktrack.objection.ObjectionType;
import io.talktrack.report.page.CoverageView;
import io.talktrack.report.page.ObjectionView;
import io.talktrack.report.page.ScoreView;
import io.talktrack.report.page.TeamPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A report in ten lines of plain English, for the console. */
final class Summary {
  private static final int TOP_OBJECTIONS = 3;

  /** A headline measure beside its published range. */
  private record Placed(ScoreView score, Double low, double high) {
    static Optional<Placed> of(ScoreView score) {
      return Arrays.stream(MetricDefinition.values())
          .filter(metric -> metric.id().equals(score.metric()))
          .filter(metric -> metric.rangeHigh() != null && score.value() != null)
          .findFirst()
          .map(metric -> new Placed(score, metric.rangeLow(), metric.rangeHigh()));
    }

    /** How far outside the range, as a share of its nearer end; 0 within it. */
    double distance() {
      double value = score.value();
      if (low != null && value < low) {
        return (low - value) / low;
      }
      return value > high ? (value - high) / high : 0;
    }

    String text() {
      String range = low == null ? "at most " + figure(high) : figure(low) + " to " + figure(high);
      return "%s %s (published: %s)"
          .formatted(score.metric().replace('_', ' '), figure(score.value()), range);
    }

    private String figure(double value) {
      return switch (score.unit()) {
        case "ratio", "0 or 1" -> percent(value);
        case "seconds" -> String.format(Locale.ROOT, "%.0f s", value);
        default -> String.format(Locale.ROOT, "%.1f", value);
      };
    }
  }

  /** At most ten lines: fewer where customers raised fewer than three kinds of objections. */
  static List<String> of(TeamPage page, Path firstPage) {
    CoverageView coverage = page.coverage();
    List<String> lines = new ArrayList<>();
    lines.add("%s, %s to %s".formatted(page.company(), page.from(), page.to()));
    lines.add("Calls: %d, reps: %d".formatted(coverage.calls(), page.reps().size()));
    lines.addAll(objections(page.objections()));
    lines.addAll(ranges(page.tiles()));
    lines.add(
        "Rests on: %d of %d calls linked, %d with known sides, %d with times"
            .formatted(
                coverage.linkedCalls(),
                coverage.calls(),
                coverage.sidesKnownCalls(),
                coverage.timedCalls()));
    lines.add(
        "Left out: files in quarantine %d, duplicate files %d; conversations of nobody %d"
            .formatted(
                coverage.quarantinedFiles(),
                coverage.duplicateFiles(),
                coverage.unlinked().size()));
    lines.add("Report: " + firstPage);
    return lines;
  }

  private static List<String> objections(List<ObjectionView> objections) {
    Map<ObjectionType, List<ObjectionView>> byType =
        objections.stream().collect(groupingBy(ObjectionView::type, TreeMap::new, toList()));
    return byType.entrySet().stream()
        .sorted(
            comparingLong(
                    (Map.Entry<ObjectionType, List<ObjectionView>> type) -> type.getValue().size())
                .reversed())
        .limit(TOP_OBJECTIONS)
        .map(
            type ->
                "Objection: %s, raised: %d, handled: %s"
                    .formatted(
                        InsightText.objection(type.getKey(), "en"),
                        type.getValue().size(),
                        handled(type.getValue())))
        .toList();
  }

  private static String handled(List<ObjectionView> objections) {
    long told = objections.stream().filter(one -> one.isAddressed() != null).count();
    long handled =
        objections.stream().filter(one -> Boolean.TRUE.equals(one.isAddressed())).count();
    return told == 0
        ? "nobody had a chance"
        : "%d of %d (%s)".formatted(handled, told, percent((double) handled / told));
  }

  private static List<String> ranges(List<ScoreView> tiles) {
    List<Placed> placed = tiles.stream().flatMap(tile -> Placed.of(tile).stream()).toList();
    Comparator<Placed> nearest = comparingDouble(Placed::distance);
    return placed.isEmpty()
        ? List.of("Beside published ranges: nothing could be measured")
        : List.of(
            "Best beside published ranges: " + placed.stream().min(nearest).orElseThrow().text(),
            placed.stream()
                .max(nearest)
                .filter(worst -> worst.distance() > 0)
                .map(worst -> "Furthest from them: " + worst.text())
                .orElse("Furthest from them: none, all lie within"));
  }

  private static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * ratio);
  }

  private Summary() {}
}
