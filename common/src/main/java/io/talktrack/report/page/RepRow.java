package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A rep in the team's table. Scores in the order of the columns, the same for every rep. */
public record RepRow(String repId, String name, String team, int calls, List<ScoreView> scores) {
  public RepRow {
    requireNonNull(repId, "repId is null");
    scores = List.copyOf(scores);
  }
}
