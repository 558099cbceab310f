package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toMap;

import io.talktrack.call.Turn;
import io.talktrack.metric.CallMetric;
import io.talktrack.metric.CallMetrics;
import io.talktrack.metric.MetricDefinition;
import io.talktrack.report.page.MeasureStatus;
import io.talktrack.report.page.MetricView;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A call's measures with the turns behind them. */
final class MetricViews {
  private static final Map<String, MetricDefinition> DEFINITIONS =
      Arrays.stream(MetricDefinition.values())
          .collect(toMap(MetricDefinition::id, Function.identity()));

  private static final List<String> ORDER =
      Arrays.stream(MetricDefinition.values()).map(MetricDefinition::id).toList();

  /** In the order of their definitions. */
  static List<MetricView> of(ReportedCall call) {
    List<Turn> turns = List.copyOf(call.turns().values());
    return call.metrics().stream()
        .sorted(comparingInt(MetricViews::place).thenComparing(comparing(CallMetric::metric)))
        .map(
            metric ->
                new MetricView(
                    metric.metric(),
                    metric.value(),
                    metric.unit(),
                    MeasureStatus.valueOf(metric.status()),
                    metric.reason(),
                    "%s v%s".formatted(metric.definitionId(), metric.definitionVersion()),
                    turnsBehind(metric, turns, call.call().durationMillis())))
        .toList();
  }

  private static List<Integer> turnsBehind(
      CallMetric metric, List<Turn> turns, Long durationMillis) {
    MetricDefinition definition = DEFINITIONS.get(metric.metric());
    return definition == null || metric.value() == null
        ? List.of()
        : CallMetrics.turnsBehind(definition, turns, durationMillis);
  }

  private static int place(CallMetric metric) {
    int place = ORDER.indexOf(metric.metric());
    return place < 0 ? ORDER.size() : place;
  }

  private MetricViews() {}
}
