package io.talktrack.jobs.models.quality;

import io.talktrack.playbook.CriterionOutcome;
import io.talktrack.playbook.PlaybookScore;
import java.util.List;

/** How alike a playbook's outcomes are on two readings of calls. Adds up over calls. */
final class PlaybookAgreement {
  private int criteria;
  private int same;
  private int met;
  private int otherMet;
  private int bothMet;

  /** Scores of one call, both in the playbook's order. */
  void add(List<PlaybookScore> scores, List<PlaybookScore> others) {
    for (int criterion = 0; criterion < scores.size(); criterion++) {
      boolean isMet = isMet(scores.get(criterion));
      boolean isOtherMet = isMet(others.get(criterion));
      criteria++;
      same += scores.get(criterion).outcome().equals(others.get(criterion).outcome()) ? 1 : 0;
      met += isMet ? 1 : 0;
      otherMet += isOtherMet ? 1 : 0;
      bothMet += isMet && isOtherMet ? 1 : 0;
    }
  }

  private static boolean isMet(PlaybookScore score) {
    return score.outcome().equals(CriterionOutcome.MET.name());
  }

  void addRow(MarkdownTable table, String name) {
    table.row(
        name,
        criteria,
        Interval.ofShare(same, criteria),
        met,
        otherMet,
        Interval.ofShare(bothMet, met + otherMet - bothMet));
  }
}
