package io.talktrack.coaching;

import java.time.LocalDate;
import java.util.List;

/**
 * How a rep did in a month, beside the rep's team. One row per rep and month.
 *
 * <p>Rates and scores are between 0 and 1, and null where nothing could be told. A team's value is
 * over its calls, each counted once, the rep's own included; null for a rep without a team.
 *
 * @param month its first day
 * @param objectionsHandled of those that had a chance of an answer
 */
public record RepScorecard(
    String repId,
    String team,
    LocalDate month,
    int calls,
    List<Average> metrics,
    int objections,
    int objectionsHandled,
    Double objectionHandledRate,
    Double teamObjectionHandledRate,
    Double playbookScore,
    Double teamPlaybookScore,
    Double nextStepRate,
    Double teamNextStepRate,
    String definitionVersion) {
  public RepScorecard {
    metrics = List.copyOf(metrics);
  }

  /**
   * A metric's mean over calls. English and Chinese calls count apart where their units differ.
   *
   * @param average over the measured and the estimated calls
   */
  public record Average(
      String metric,
      String unit,
      double average,
      int measuredCalls,
      int estimatedCalls,
      Double teamAverage) {}
}
