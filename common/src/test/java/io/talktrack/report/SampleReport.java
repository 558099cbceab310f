package io.talktrack.report;

import io.talktrack.call.Source;
import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.CoverageView;
import io.talktrack.report.page.CriterionOutcome;
import io.talktrack.report.page.HeatCell;
import io.talktrack.report.page.HeatRow;
import io.talktrack.report.page.InsightView;
import io.talktrack.report.page.RepPage;
import io.talktrack.report.page.RepRow;
import io.talktrack.report.page.ScoreView;
import io.talktrack.report.page.TeamPage;
import io.talktrack.report.page.Tone;
import io.talktrack.report.page.TrendPoint;
import io.talktrack.report.page.TrendView;
import io.talktrack.report.page.TurnLink;
import io.talktrack.report.page.UnlinkedView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A made-up report of 6 reps and 12 calls, to be looked at. Its main writes it: arguments are a
 * folder and EN or ZH.
 */
final class SampleReport {
  static final LocalDate FROM = LocalDate.of(2026, 7, 1);
  static final LocalDate TO = LocalDate.of(2026, 9, 30);

  private static final double[] TALK = {0.46, 0.71, 0.52, 0.48, 0.63, 0.55};
  private static final double[] PLAYBOOK = {0.84, 0.41, 0.72, 0.88, 0.6, 0.66};

  private SampleReport() {}

  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), ReportLanguage.valueOf(args[1]));
  }

  static Path write(Path folder, ReportLanguage language) throws IOException {
    try (ReportFolder report = ReportFolder.create(folder, language)) {
      report.write(team());
      for (int rep = 0; rep < SampleCalls.REPS.size(); rep++) {
        report.write(rep(rep));
      }

      for (CallPage page : SampleCalls.pages()) {
        report.write(page);
      }

      return report.publish();
    }
  }

  static TeamPage team() {
    List<CallRow> calls = SampleCalls.pages().stream().map(CallPage::call).toList();
    return new TeamPage(
        "Lumenfold Sales",
        FROM,
        TO,
        coverage(calls),
        List.of(
            score("talk_ratio_of_call", 0.56, null, "ratio", 11),
            score("next_step_set", 0.64, null, "0 or 1", 11),
            score("objections_addressed_rate", 0.78, null, "ratio", 27),
            score("objections_resolved_rate", 0.52, null, "ratio", 27),
            score("playbook_score", 0.69, null, "ratio", 12)),
        IntStream.range(0, SampleCalls.REPS.size()).mapToObj(SampleReport::row).toList(),
        List.of(
            insight(
                1,
                Tone.IMPROVE,
                "Tom answers price with a discount before asking what it is compared with: 3 of 4 price objections stayed open.",
                1,
                6),
            insight(
                4,
                Tone.IMPROVE,
                "Kelly’s longest demo monologue ran 96 s; the customer’s question about consignment stock waited 4 minutes for an answer.",
                4,
                2),
            insight(
                0,
                Tone.STRENGTH,
                "Priya puts a number on the pain in every discovery call and closes with a dated next step.",
                0,
                13),
            insight(
                3,
                Tone.STRENGTH,
                "陈思远 acknowledges security worries first and offers the assessment report: 4 of 4 resolved.",
                3,
                9)),
        List.of(
            weekly("talk_ratio_of_call", "ratio", 0.63, 0.61, 0.6, null, 0.55, 0.57, 0.53, 0.5),
            weekly("next_step_set", "0 or 1", 0.5, 0.45, 0.6, null, 0.58, 0.66, 0.7, 0.75),
            weekly("playbook_score", "ratio", 0.55, 0.6, 0.58, null, 0.66, 0.7, 0.73, 0.74),
            weekly("longest_monologue_seconds", "seconds", 118, 109, 121, null, 96, 90, 84, 71)),
        calls,
        SampleCalls.pages().stream().flatMap(page -> page.objections().stream()).toList());
  }

  static RepPage rep(int rep) {
    List<CallPage> pages =
        SampleCalls.pages().stream()
            .filter(page -> SampleCalls.id(rep).equals(page.call().repId()))
            .toList();
    List<CallRow> calls = pages.stream().map(CallPage::call).toList();
    return new RepPage(
        SampleCalls.id(rep),
        SampleCalls.REPS.get(rep),
        SampleCalls.team(rep),
        rep == 3 ? "周敏" : "Helen Marsh",
        FROM,
        TO,
        scores(rep),
        List.of(
            insight(
                rep,
                Tone.STRENGTH,
                "You ask what happens today before you show a screen, in 2 of 2 calls.",
                rep,
                4),
            insight(
                rep,
                Tone.IMPROVE,
                "After an objection you speak for 22 s; the team’s best stop at 12 s and ask back.",
                rep,
                8)),
        List.of(
            byCall("talk_ratio_of_call", "ratio", calls, TALK[rep]),
            byCall("playbook_score", "ratio", calls, PLAYBOOK[rep])),
        heat(pages),
        pages.stream().flatMap(page -> page.objections().stream()).toList(),
        calls);
  }

  private static CoverageView coverage(List<CallRow> calls) {
    CallRow lost = calls.get(calls.size() - 1);
    return new CoverageView(
        12,
        11,
        11,
        11,
        2,
        1,
        List.of(
            new UnlinkedView(
                Source.CALL, lost.callId(), lost.startedAt().toLocalDate(), lost.title(), true),
            new UnlinkedView(
                Source.EMAIL, "m-77", LocalDate.of(2026, 8, 3), "Re: your invoice", false)));
  }

  private static RepRow row(int rep) {
    return new RepRow(
        SampleCalls.id(rep), SampleCalls.REPS.get(rep), SampleCalls.team(rep), 2, scores(rep));
  }

  private static List<ScoreView> scores(int rep) {
    return List.of(
        score("talk_ratio_of_call", TALK[rep], 0.56, "ratio", 2),
        score("longest_monologue_seconds", 48 + 70 * (TALK[rep] - 0.4) * 6, 84.0, "seconds", 2),
        rep == 5
            ? new ScoreView(
                "patience_seconds", null, 0.9, "seconds", 0, "the transcript has no usable times")
            : score("patience_seconds", 1.4 - TALK[rep], 0.9, "seconds", 2),
        score("question_count_rep", 18 - 15 * TALK[rep], 9.4, "questions", 2),
        score("objections_resolved_rate", PLAYBOOK[rep] - 0.1, 0.52, "ratio", 4),
        score("next_step_set", rep == 1 ? 0.5 : 1.0, 0.64, "0 or 1", 2),
        score("playbook_score", PLAYBOOK[rep], 0.69, "ratio", 2));
  }

  private static ScoreView score(String metric, Double value, Double team, String unit, int calls) {
    return new ScoreView(metric, value, team, unit, calls, null);
  }

  private static InsightView insight(int rep, Tone tone, String sentence, int call, int turnNo) {
    return new InsightView(
        SampleCalls.id(rep),
        SampleCalls.REPS.get(rep),
        sentence,
        tone,
        List.of(link(call, turnNo), link(call + 6, 2)));
  }

  private static TurnLink link(int call, int turnNo) {
    CallRow row = SampleCalls.pages().get(call).call();
    return new TurnLink(row.callId(), row.startedAt().toLocalDate(), turnNo);
  }

  private static TrendView weekly(String metric, String unit, Number... values) {
    LocalDate monday = LocalDate.of(2026, 7, 27);
    return new TrendView(
        metric,
        unit,
        IntStream.range(0, values.length)
            .mapToObj(
                week ->
                    new TrendPoint(
                        monday.plusWeeks(week),
                        values[week] == null ? null : values[week].doubleValue(),
                        null))
            .toList());
  }

  private static TrendView byCall(String metric, String unit, List<CallRow> calls, double mean) {
    return new TrendView(
        metric,
        unit,
        calls.stream()
            .map(
                call ->
                    new TrendPoint(
                        call.startedAt().toLocalDate(),
                        mean + (calls.indexOf(call) - 0.5) * 0.1,
                        call.callId()))
            .toList());
  }

  private static List<HeatRow> heat(List<CallPage> pages) {
    return pages.get(0).playbook().criteria().stream()
        .map(
            asked ->
                new HeatRow(
                    asked.stage(),
                    asked.criterion(),
                    asked.instruction(),
                    asked.isCritical(),
                    asked.outcome() == CriterionOutcome.MET ? 1.0 : 0.5,
                    0.62,
                    pages.stream()
                        .flatMap(
                            page ->
                                page.playbook().criteria().stream()
                                    .filter(c -> c.criterion().equals(asked.criterion()))
                                    .map(
                                        c ->
                                            new HeatCell(
                                                page.call().callId(),
                                                c.outcome(),
                                                c.evidence().isEmpty()
                                                    ? null
                                                    : c.evidence().get(0).firstTurn())))
                        .toList()))
        .toList();
  }
}
