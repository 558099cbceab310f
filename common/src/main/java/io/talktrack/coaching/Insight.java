package io.talktrack.coaching;

import static java.util.Objects.requireNonNull;

import io.talktrack.metric.CallMetric;
import io.talktrack.metric.MetricDefinition;
import io.talktrack.metric.MetricStatus;
import java.time.LocalDate;
import java.util.List;

/**
 * One thing that a rep did well or should do otherwise. One row per rep, call and kind.
 *
 * @param value the number that the insight is about, in its unit
 * @param status MEASURED or ESTIMATED, as the number
 * @param rangeLow lower end of the published range, null where there is none
 * @param rangeHigh upper end of the published range, null where there is none
 * @param rangeSource who published it, null where nobody did
 * @param unitNos the turns that it comes from; for something missing, the turns searched
 * @param messageKey key of {@link InsightText}
 * @param arguments of the message, in its order
 */
public record Insight(
    String repId,
    String callId,
    LocalDate callDate,
    String kind,
    Severity severity,
    double value,
    String unit,
    String status,
    Double rangeLow,
    Double rangeHigh,
    String rangeSource,
    List<Integer> unitNos,
    String messageKey,
    List<String> arguments,
    String sourceVersion,
    String definitionVersion) {
  public Insight {
    requireNonNull(callId, "callId is null");
    requireNonNull(severity, "severity is null");
    unitNos = List.copyOf(unitNos);
    arguments = List.copyOf(arguments);
  }

  /** About a measure of the call, with the measure's published range. */
  static Insight of(
      CoachedCall call,
      InsightText text,
      Severity severity,
      MetricDefinition metric,
      CallMetric found,
      String... arguments) {
    return new Insight(
        call.repId(),
        call.callId(),
        call.callDate(),
        text.key(),
        severity,
        found.value(),
        found.unit(),
        found.status(),
        metric.rangeLow(),
        metric.rangeHigh(),
        metric.source(),
        call.turnsBehind(metric),
        text.key(),
        List.of(arguments),
        call.sourceVersion(),
        Insights.VERSION);
  }

  /** About something that nobody has published a range for. */
  static Insight of(
      CoachedCall call,
      InsightText text,
      Severity severity,
      double value,
      String unit,
      List<Integer> unitNos,
      String... arguments) {
    return new Insight(
        call.repId(),
        call.callId(),
        call.callDate(),
        text.key(),
        severity,
        value,
        unit,
        MetricStatus.MEASURED.name(),
        null,
        null,
        null,
        unitNos,
        text.key(),
        List.of(arguments),
        call.sourceVersion(),
        Insights.VERSION);
  }
}
