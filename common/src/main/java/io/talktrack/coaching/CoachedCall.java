package io.talktrack.coaching;

import static java.util.Objects.requireNonNull;

import io.talktrack.call.Turn;
import io.talktrack.metric.CallMetric;
import io.talktrack.metric.CallMetrics;
import io.talktrack.metric.MetricDefinition;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One rep's call and all that was found on it. Where several reps share a call, each gets the
 * call's pooled numbers.
 *
 * @param durationMillis of the recording, null where unknown
 */
public record CoachedCall(
    String repId,
    String callId,
    LocalDate callDate,
    Long durationMillis,
    List<Turn> turns,
    List<CallMetric> metrics,
    List<Objection> objections,
    List<PlaybookScore> playbookScores,
    List<PlaybookEvidence> playbookEvidence,
    String sourceVersion) {
  public CoachedCall {
    requireNonNull(repId, "repId is null");
    requireNonNull(callId, "callId is null");
    turns = List.copyOf(turns);
    metrics = List.copyOf(metrics);
    objections = List.copyOf(objections);
    playbookScores = List.copyOf(playbookScores);
    playbookEvidence = List.copyOf(playbookEvidence);
  }

  /** Empty where the measure is unavailable. */
  Optional<CallMetric> metric(MetricDefinition definition) {
    return metrics.stream()
        .filter(metric -> metric.metric().equals(definition.id()) && metric.value() != null)
        .findFirst();
  }

  List<Integer> turnsBehind(MetricDefinition metric) {
    return CallMetrics.turnsBehind(metric, turns, durationMillis);
  }
}
