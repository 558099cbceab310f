package io.talktrack.jobs.coach;

import io.talktrack.metric.MetricDefinition;
import io.talktrack.report.page.InsightView;
import io.talktrack.report.page.RepPage;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The page of a rep. */
final class RepPages {
  private static final List<String> SCORECARD =
      Stream.concat(
              Stream.of(
                      MetricDefinition.TALK_RATIO_OF_CALL,
                      MetricDefinition.LONGEST_MONOLOGUE_SECONDS,
                      MetricDefinition.LONGEST_CUSTOMER_STORY_SECONDS,
                      MetricDefinition.INTERACTIVITY,
                      MetricDefinition.PATIENCE_SECONDS,
                      MetricDefinition.QUESTION_COUNT_REP,
                      MetricDefinition.WORDS_PER_MINUTE,
                      MetricDefinition.INTERRUPTIONS,
                      MetricDefinition.FILLER_RATE,
                      MetricDefinition.RESPONSE_AFTER_OBJECTION_SECONDS,
                      MetricDefinition.MONOLOGUE_AFTER_OBJECTION_SECONDS,
                      MetricDefinition.NEXT_STEP_SET,
                      MetricDefinition.SENTIMENT_CHANGE,
                      MetricDefinition.DEAL_SENTIMENT_MEAN)
                  .map(MetricDefinition::id),
              Stream.of(Scores.ADDRESSED, Scores.RESOLVED, Scores.PLAYBOOK))
          .toList();
  private static final List<String> TRENDS =
      List.of(
          MetricDefinition.TALK_RATIO_OF_CALL.id(),
          Scores.PLAYBOOK,
          MetricDefinition.LONGEST_MONOLOGUE_SECONDS.id(),
          MetricDefinition.QUESTION_COUNT_REP.id(),
          MetricDefinition.SENTIMENT_CHANGE.id());

  /**
   * The page of one rep.
   *
   * @param own what the rep did
   * @param team what the rep's team did, the rep included
   */
  static RepPage of(
      Reps.Named rep,
      Selling own,
      Selling team,
      LocalDate from,
      LocalDate to,
      List<InsightView> insights,
      Names names) {
    return new RepPage(
        rep.pageId(),
        rep.name(),
        rep.team(),
        rep.manager(),
        from,
        to,
        Scores.of(SCORECARD, own, team, names),
        insights,
        Trends.byCall(TRENDS, own, names),
        HeatRows.of(own, team, names),
        own.objections(),
        own.calls().stream().map(page -> page.call()).toList());
  }

  private RepPages() {}
}
