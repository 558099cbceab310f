package io.talktrack.coaching;

import static io.talktrack.coaching.Severity.PRAISE;
import static io.talktrack.coaching.Severity.WARNING;

import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the playbook scores of a call say to its rep. */
final class PlaybookRules {
  private static final double FOLLOWED = 0.9;
  private static final String MET = "EVIDENCE";
  private static final Set<String> MISSED = Set.of("NEAREST_MISS", "SEARCHED");

  static List<Insight> of(CoachedCall call) {
    List<Insight> insights = new ArrayList<>();
    List<PlaybookScore> misses =
        call.playbookScores().stream().filter(PlaybookScore::isCriticalMiss).toList();
    if (!misses.isEmpty()) {
      Set<String> criteria =
          misses.stream().map(PlaybookScore::criterion).collect(Collectors.toSet());
      insights.add(
          Insight.of(
              call,
              InsightText.PLAYBOOK_CRITICAL_MISSED,
              WARNING,
              misses.size(),
              "criteria",
              turns(
                  call.playbookEvidence().stream()
                      .filter(evidence -> criteria.contains(evidence.criterion()))
                      .filter(evidence -> MISSED.contains(evidence.kind()))),
              criteria.stream().sorted().collect(Collectors.joining(","))));
    }

    OptionalDouble total = PlaybookTotal.of(call.playbookScores());
    if (total.isPresent() && total.getAsDouble() >= FOLLOWED) {
      insights.add(
          Insight.of(
              call,
              InsightText.PLAYBOOK_FOLLOWED,
              PRAISE,
              total.getAsDouble(),
              "ratio",
              turns(
                  call.playbookEvidence().stream().filter(evidence -> evidence.kind().equals(MET))),
              Long.toString(Math.round(total.getAsDouble() * 100))));
    }

    return insights;
  }

  /** The first and the last turn of each span. */
  private static List<Integer> turns(Stream<PlaybookEvidence> evidence) {
    return evidence
        .flatMap(span -> Stream.of(span.firstTurn(), span.lastTurn()))
        .distinct()
        .sorted()
        .toList();
  }

  private PlaybookRules() {}
}
