package io.talktrack.coaching;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.talktrack.playbook.PlaybookScore;
import io.talktrack.playbook.PlaybookTotals;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A call's score on its playbook, 0 to 1; the mean where it has several playbooks. */
final class PlaybookTotal {
  /** Empty where no criterion has a score. */
  static OptionalDouble of(List<PlaybookScore> scores) {
    return scores.stream()
        .collect(groupingBy(PlaybookScore::playbook, TreeMap::new, toList()))
        .values()
        .stream()
        .map(playbook -> PlaybookTotals.of(playbook).score())
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average();
  }

  private PlaybookTotal() {}
}
