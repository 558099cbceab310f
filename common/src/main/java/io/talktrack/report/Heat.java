package io.talktrack.report;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.CriterionOutcome;
import io.talktrack.report.page.HeatCell;
import io.talktrack.report.page.HeatRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Playbook criteria by stage against calls, oldest call first. */
record Heat(List<CallRow> calls, Map<String, List<HeatRow>> stages) {
  static Heat of(List<HeatRow> rows, List<CallRow> calls) {
    Set<String> scored =
        rows.stream()
            .flatMap(row -> row.cells().stream())
            .map(HeatCell::callId)
            .collect(Collectors.toSet());
    return new Heat(
        calls.stream()
            .filter(call -> scored.contains(call.callId()))
            .sorted(comparing(CallRow::startedAt))
            .toList(),
        rows.stream()
            .collect(
                groupingBy(
                    row -> Objects.requireNonNullElse(row.stage(), ""),
                    LinkedHashMap::new,
                    toList())));
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  /** The cell of a criterion and a call, null where the call was not scored on it. */
  static HeatCell cell(HeatRow row, CallRow call) {
    return row.cells().stream()
        .filter(cell -> cell.callId().equals(call.callId()))
        .findFirst()
        .orElse(null);
  }

  static String style(CriterionOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  static String sign(CriterionOutcome outcome) {
    return switch (outcome) {
      case MET -> "✓";
      case NOT_MET -> "✕";
      case ABSTAINED -> "?";
      case NOT_APPLICABLE -> "–";
    };
  }
}
