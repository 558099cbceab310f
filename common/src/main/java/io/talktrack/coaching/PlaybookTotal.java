package io.talktrack.coaching;

import io.talktrack.playbook.PlaybookScore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A call's score on its playbook, 0 to 1: the criteria's scores weighted over what applies; 0 where
 * a critical criterion is not met. The mean where a call has several playbooks.
 */
final class PlaybookTotal {
  private static final String NOT_MET = "NOT_MET";

  /** Empty where no criterion has a score. */
  static OptionalDouble of(List<PlaybookScore> scores) {
    Map<String, List<PlaybookScore>> byPlaybook =
        scores.stream()
            .filter(score -> score.score() != null)
            .collect(
                Collectors.groupingBy(PlaybookScore::playbook, TreeMap::new, Collectors.toList()));
    return byPlaybook.values().stream().mapToDouble(PlaybookTotal::ofOne).average();
  }

  /** Critical criteria that were not met. */
  static List<PlaybookScore> criticalMisses(Collection<PlaybookScore> scores) {
    return scores.stream()
        .filter(score -> score.isCritical() && score.outcome().equals(NOT_MET))
        .toList();
  }

  private static double ofOne(List<PlaybookScore> scores) {
    if (!criticalMisses(scores).isEmpty()) {
      return 0;
    }

    List<PlaybookScore> ordered =
        scores.stream().sorted((a, b) -> a.criterion().compareTo(b.criterion())).toList();
    double weight = ordered.stream().mapToDouble(PlaybookScore::weight).sum();
    double gained = ordered.stream().mapToDouble(score -> score.weight() * score.score()).sum();
    return weight == 0 ? 0 : gained / weight;
  }

  private PlaybookTotal() {}
}
