package io.talktrack.report;

import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.ObjectionView;
import io.talktrack.report.page.RepRow;
import io.talktrack.report.page.ScoreView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The report's tables for spreadsheets: UTF-8 with a byte order mark, as Excel wants it. */
final class ReportCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ReportCsv() {}

  static String reps(List<RepRow> reps) {
    List<String> metrics =
        reps.isEmpty() ? List.of() : reps.get(0).scores().stream().map(ScoreView::metric).toList();
    List<Object> head = new ArrayList<>(List.of("rep_id", "name", "team", "calls"));
    head.addAll(metrics);

    List<List<Object>> rows = new ArrayList<>(List.of(head));
    for (RepRow rep : reps) {
      List<Object> row = row(rep.repId(), rep.name(), rep.team(), rep.calls());
      metrics.forEach(metric -> row.add(value(rep.scores(), metric)));
      rows.add(row);
    }

    return print(rows);
  }

  static String calls(List<CallRow> calls) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        row(
            "call_id",
            "started_at",
            "title",
            "rep_id",
            "rep_name",
            "account",
            "opportunity",
            "duration_millis",
            "talk_ratio",
            "playbook_score",
            "sentiment_change",
            "next_step_set",
            "objections"));
    for (CallRow call : calls) {
      rows.add(
          row(
              call.callId(),
              call.startedAt().toString(),
              call.title(),
              call.repId(),
              call.repName(),
              call.account(),
              call.opportunity(),
              call.durationMillis(),
              call.talkRatio(),
              call.playbookScore(),
              call.sentimentChange(),
              call.nextStepSet(),
              call.objections()));
    }

    return print(rows);
  }

  static String objections(List<ObjectionView> objections) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        row(
            "source",
            "source_id",
            "source_date",
            "title",
            "rep_id",
            "rep_name",
            "type",
            "probability",
            "stance",
            "strength",
            "unit_no",
            "said",
            "answered",
            "response_latency_millis",
            "response_millis",
            "is_addressed",
            "is_resolved"));
    for (ObjectionView objection : objections) {
      rows.add(
          row(
              objection.source().name(),
              objection.sourceId(),
              String.valueOf(objection.date()),
              objection.title(),
              objection.repId(),
              objection.repName(),
              objection.type().name(),
              objection.probability(),
              objection.stance().name(),
              objection.strength(),
              objection.turnNo(),
              objection.said().text(),
              objection.answered(),
              objection.latencyMillis(),
              objection.answerMillis(),
              objection.isAddressed(),
              objection.isResolved()));
    }

    return print(rows);
  }

  /** A cell that no spreadsheet takes for a formula. */
  static Object harmless(Object cell) {
    if (!(cell instanceof String text) || text.isEmpty()) {
      return cell;
    }

    boolean isFormula = "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
    boolean hidesFormula = !isFormula && "=+-@".indexOf(first(text.strip())) >= 0;
    return isFormula || hidesFormula ? "'" + text : text;
  }

  private static char first(String text) {
    return text.isEmpty() ? ' ' : text.charAt(0);
  }

  private static Double value(List<ScoreView> scores, String metric) {
    return scores.stream()
        .filter(score -> score.metric().equals(metric))
        .map(ScoreView::value)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<Object> row(Object... cells) {
    return new ArrayList<>(Arrays.asList(cells));
  }

  private static String print(List<List<Object>> rows) {
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      for (List<Object> row : rows) {
        printer.printRecord(row.stream().map(ReportCsv::harmless).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    return csv.toString();
  }
}
