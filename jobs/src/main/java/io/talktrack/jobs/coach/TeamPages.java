package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;

import io.talktrack.metric.MetricDefinition;
import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.CoverageView;
import io.talktrack.report.page.InsightView;
import io.talktrack.report.page.ObjectionView;
import io.talktrack.report.page.RepPage;
import io.talktrack.report.page.RepRow;
import io.talktrack.report.page.ScoreView;
import io.talktrack.report.page.TeamPage;
import java.util.List;

/** The first page: how everybody sells. */
final class TeamPages {
  private static final List<String> TILES =
      List.of(
          MetricDefinition.TALK_RATIO_OF_CALL.id(),
          MetricDefinition.LONGEST_MONOLOGUE_SECONDS.id(),
          MetricDefinition.NEXT_STEP_SET.id(),
          Scores.ADDRESSED,
          Scores.PLAYBOOK);
  private static final List<String> COLUMNS =
      List.of(
          MetricDefinition.TALK_RATIO_OF_CALL.id(),
          MetricDefinition.LONGEST_MONOLOGUE_SECONDS.id(),
          MetricDefinition.PATIENCE_SECONDS.id(),
          MetricDefinition.QUESTION_COUNT_REP.id(),
          Scores.ADDRESSED,
          MetricDefinition.NEXT_STEP_SET.id(),
          Scores.PLAYBOOK);
  private static final List<String> TRENDS =
      List.of(
          MetricDefinition.TALK_RATIO_OF_CALL.id(),
          MetricDefinition.NEXT_STEP_SET.id(),
          Scores.PLAYBOOK,
          Scores.ADDRESSED,
          MetricDefinition.LONGEST_MONOLOGUE_SECONDS.id());

  static TeamPage of(
      String company,
      Selling everybody,
      List<RepPage> reps,
      List<InsightView> coachingPoints,
      CoverageView coverage,
      Names names) {
    return new TeamPage(
        company,
        everybody.firstDay(),
        everybody.lastDay(),
        coverage,
        TILES.stream().map(metric -> Scores.of(metric, everybody, names)).toList(),
        reps.stream().map(page -> row(page)).toList(),
        coachingPoints,
        Trends.byWeek(TRENDS, everybody, names),
        everybody.calls().stream().map(CallPage::call).toList(),
        everybody.objections().stream().sorted(comparing(ObjectionView::date).reversed()).toList());
  }

  private static RepRow row(RepPage page) {
    return new RepRow(
        page.repId(),
        page.name(),
        page.team(),
        page.calls().size(),
        COLUMNS.stream().map(metric -> score(metric, page)).toList());
  }

  private static ScoreView score(String metric, RepPage page) {
    return page.scorecard().stream()
        .filter(score -> score.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private TeamPages() {}
}
