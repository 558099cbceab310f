package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.MeasureStatus;
import io.talktrack.report.page.MetricView;
import io.talktrack.report.page.ObjectionView;
import io.talktrack.report.page.ScoreView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Measures over calls: the mean of the calls' values, so that a long call weighs no more than a
 * short one; for objections the share of those of which it can be told.
 */
final class Scores {
  static final String PLAYBOOK = "playbook_score";
  static final String ADDRESSED = "objections_addressed_rate";
  static final String RESOLVED = "objections_resolved_rate";

  private static final String RATIO = "ratio";

  /** One measure of some selling, beside a team's. */
  static ScoreView of(String metric, Selling own, Selling team, Names names) {
    return switch (metric) {
      case PLAYBOOK -> mean(metric, own, team, CallRow::playbookScore);
      case ADDRESSED -> rate(metric, own, team, ObjectionView::isAddressed);
      case RESOLVED -> rate(metric, own, team, ObjectionView::isResolved);
      default -> measured(metric, own, team, names);
    };
  }

  /** The same beside nothing. */
  static ScoreView of(String metric, Selling own, Names names) {
    return of(metric, own, new Selling(List.of(), List.of()), names);
  }

  static List<ScoreView> of(List<String> metrics, Selling own, Selling team, Names names) {
    return metrics.stream().map(metric -> of(metric, own, team, names)).toList();
  }

  private static ScoreView measured(String metric, Selling own, Selling team, Names names) {
    List<MetricView> views = views(metric, own).toList();
    List<MetricView> known = views.stream().filter(view -> view.value() != null).toList();
    // English pace is in words and Chinese in characters: the mean is over the more frequent one
    String unit = mostFrequent(known.isEmpty() ? views : known, MetricView::unit);
    List<MetricView> counted = known.stream().filter(view -> view.unit().equals(unit)).toList();
    return new ScoreView(
        metric,
        mean(values(counted)),
        mean(values(views(metric, team).filter(view -> isKnown(view, unit)).toList())),
        unit == null ? "" : unit,
        counted.size(),
        counted.isEmpty() ? mostFrequentReason(views) : estimated(counted, names));
  }

  /** Null where all is measured. */
  private static String estimated(List<MetricView> counted, Names names) {
    List<MetricView> estimates =
        counted.stream().filter(view -> view.status() == MeasureStatus.ESTIMATED).toList();
    String reason = mostFrequentReason(estimates);
    return reason == null || estimates.size() == counted.size()
        ? reason
        : names.estimates(estimates.size(), counted.size()) + "; " + reason;
  }

  private static String mostFrequentReason(List<MetricView> views) {
    return mostFrequent(
        views.stream().filter(view -> view.reason() != null).toList(), MetricView::reason);
  }

  private static boolean isKnown(MetricView view, String unit) {
    return view.value() != null && view.unit().equals(unit);
  }

  private static ScoreView mean(
      String metric, Selling own, Selling team, Function<CallRow, Double> value) {
    List<Double> values = values(own, value);
    return new ScoreView(
        metric, mean(values), mean(values(team, value)), RATIO, values.size(), null);
  }

  private static ScoreView rate(
      String metric, Selling own, Selling team, Function<ObjectionView, Boolean> answer) {
    List<Double> values = answers(own, answer);
    return new ScoreView(
        metric, mean(values), mean(answers(team, answer)), RATIO, values.size(), null);
  }

  private static Stream<MetricView> views(String metric, Selling selling) {
    return selling.calls().stream()
        .map(CallPage::metrics)
        .flatMap(List::stream)
        .filter(view -> view.metric().equals(metric));
  }

  private static List<Double> values(List<MetricView> views) {
    return views.stream().map(MetricView::value).toList();
  }

  private static List<Double> values(Selling selling, Function<CallRow, Double> value) {
    return selling.calls().stream()
        .map(page -> value.apply(page.call()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Double> answers(Selling selling, Function<ObjectionView, Boolean> answer) {
    return selling.objections().stream()
        .map(answer)
        .filter(Objects::nonNull)
        .map(yes -> yes ? 1.0 : 0.0)
        .toList();
  }

  private static Double mean(List<Double> values) {
    return values.isEmpty()
        ? null
        : values.stream().mapToDouble(value -> value).sum() / values.size();
  }

  /** The first by its spelling of several that are equally frequent, null where there is none. */
  private static String mostFrequent(List<MetricView> views, Function<MetricView, String> text) {
    Map<String, Long> counts = views.stream().collect(groupingBy(text, TreeMap::new, counting()));
    return counts.entrySet().stream()
        .max(
            comparing(Map.Entry<String, Long>::getValue)
                .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private Scores() {}
}
