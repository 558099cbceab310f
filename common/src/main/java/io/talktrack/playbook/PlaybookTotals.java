package io.talktrack.playbook;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a call's scores on one playbook come to.
 *
 * <p>The score is the weighted mean of what was scored; a critical criterion that is not met makes
 * its stage and the whole 0, as an automatic fail does in Amazon Connect's evaluation forms.
 *
 * @param score 0 to 1, null where nothing was scored
 * @param coverage the share of the playbook's weight that was scored, 0 to 1: what does not apply
 *     and what was abstained from is missing in it
 * @param criticalMisses ids of the critical criteria that were not met
 * @param stages by the stage's id
 */
public record PlaybookTotals(
    Double score,
    double coverage,
    List<String> criticalMisses,
    SortedMap<String, StageTotal> stages) {

  /** The same for one stage. */
  public record StageTotal(Double score, double coverage) {}

  /** Totals of the scores of one call on one playbook, in any order. */
  public static PlaybookTotals of(List<PlaybookScore> scores) {
    if (scores.stream().map(s -> List.of(s.callId(), s.playbook())).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "Cannot total scores of several calls or playbooks: group them first");
    }

    // sums of doubles depend on their order
    List<PlaybookScore> sorted =
        scores.stream()
            .sorted(comparing(PlaybookScore::stage).thenComparing(PlaybookScore::criterion))
            .toList();
    SortedMap<String, StageTotal> stages = new TreeMap<>();
    for (PlaybookScore score : sorted) {
      stages.computeIfAbsent(
          score.stage(),
          stage -> total(sorted.stream().filter(s -> s.stage().equals(stage)).toList()));
    }

    StageTotal all = total(sorted);
    List<String> misses =
        sorted.stream()
            .filter(PlaybookScore::isCriticalMiss)
            .map(PlaybookScore::criterion)
            .toList();
    return new PlaybookTotals(all.score, all.coverage, misses, stages);
  }

  private static StageTotal total(List<PlaybookScore> scores) {
    double weight = 0;
    double scored = 0;
    double sum = 0;
    for (PlaybookScore score : scores) {
      weight += score.weight();
      if (score.score() != null) {
        scored += score.weight();
        sum += score.weight() * score.score();
      }
    }

    if (scored == 0) {
      return new StageTotal(null, 0);
    }
    boolean isFailed = scores.stream().anyMatch(PlaybookScore::isCriticalMiss);
    return new StageTotal(isFailed ? 0 : sum / scored, scored / weight);
  }
}
