package io.talktrack.coaching;

import io.talktrack.coaching.RepScorecard.Average;
import io.talktrack.metric.CallMetric;
import io.talktrack.metric.MetricDefinition;
import io.talktrack.metric.MetricStatus;
import io.talktrack.objection.Objection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What calls add up to, whoever's they are. */
record Tally(
    int calls,
    Map<Measure, Mean> metrics,
    int objections,
    int answerable,
    int objectionsHandled,
    Mean playbook) {
  static final Tally EMPTY = new Tally(0, Map.of(), 0, 0, 0, Mean.EMPTY);

  /** A metric in one unit. */
  record Measure(String metric, String unit) implements Comparable<Measure> {
    private static final Comparator<Measure> ORDER =
        Comparator.comparing(Measure::metric).thenComparing(Measure::unit);

    @Override
    public int compareTo(Measure other) {
      return ORDER.compare(this, other);
    }
  }

  static Tally of(CoachedCall call) {
    Map<Measure, Mean> metrics = new TreeMap<>();
    for (CallMetric metric : call.metrics()) {
      if (metric.value() != null) {
        metrics.put(new Measure(metric.metric(), metric.unit()), mean(metric));
      }
    }

    List<Objection> answerable =
        call.objections().stream().filter(objection -> objection.isAddressed() != null).toList();
    int handled = (int) answerable.stream().filter(Objection::isAddressed).count();
    Mean playbook =
        PlaybookTotal.of(call.playbookScores()).stream()
            .mapToObj(Mean::measured)
            .findFirst()
            .orElse(Mean.EMPTY);
    return new Tally(1, metrics, call.objections().size(), answerable.size(), handled, playbook);
  }

  Tally plus(Tally other) {
    Map<Measure, Mean> sum = new TreeMap<>(metrics);
    other.metrics.forEach((measure, mean) -> sum.merge(measure, mean, Mean::plus));
    return new Tally(
        calls + other.calls,
        sum,
        objections + other.objections,
        answerable + other.answerable,
        objectionsHandled + other.objectionsHandled,
        playbook.plus(other.playbook));
  }

  List<Average> averages(Tally team) {
    return metrics.entrySet().stream()
        .map(
            entry ->
                new Average(
                    entry.getKey().metric(),
                    entry.getKey().unit(),
                    entry.getValue().value(),
                    entry.getValue().measured(),
                    entry.getValue().estimated(),
                    team.metrics.getOrDefault(entry.getKey(), Mean.EMPTY).value()))
        .toList();
  }

  Double objectionHandledRate() {
    return answerable == 0 ? null : (double) objectionsHandled / answerable;
  }

  Double playbookScore() {
    return playbook.value();
  }

  Double nextStepRate() {
    MetricDefinition nextStep = MetricDefinition.NEXT_STEP_SET;
    return metrics.getOrDefault(new Measure(nextStep.id(), nextStep.unit()), Mean.EMPTY).value();
  }

  private static Mean mean(CallMetric metric) {
    return metric.status().equals(MetricStatus.MEASURED.name())
        ? Mean.measured(metric.value())
        : Mean.estimated(metric.value());
  }
}
