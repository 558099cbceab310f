package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.playbook.PlaybookTotals;
import io.talktrack.report.page.CriterionOutcome;
import io.talktrack.report.page.CriterionView;
import io.talktrack.report.page.EvidenceKind;
import io.talktrack.report.page.EvidenceView;
import io.talktrack.report.page.PlaybookView;
import java.util.List;
import java.util.Map;

/** How a call did on the playbook, criterion by criterion. */
final class PlaybookViews {
  /** Null where the call was not scored. */
  static PlaybookView of(ReportedCall call, Names names) {
    if (call.scores().isEmpty()) {
      return null;
    }

    Map<String, List<PlaybookEvidence>> evidence =
        call.evidence().stream().collect(groupingBy(PlaybookEvidence::criterion));
    return new PlaybookView(
        call.scores().get(0).playbook(),
        PlaybookTotals.of(call.scores()).score(),
        call.scores().stream()
            .sorted(
                comparingInt((PlaybookScore score) -> names.place(score.criterion()))
                    .thenComparing(PlaybookScore::criterion))
            .map(
                score ->
                    criterion(
                        score,
                        names.instruction(score.criterion()),
                        evidence.getOrDefault(score.criterion(), List.of()),
                        call))
            .toList());
  }

  private static CriterionView criterion(
      PlaybookScore score, String instruction, List<PlaybookEvidence> evidence, ReportedCall call) {
    return new CriterionView(
        score.stage(),
        score.criterion(),
        instruction,
        CriterionOutcome.valueOf(score.outcome()),
        score.score(),
        score.weight(),
        score.isCritical(),
        score.probability(),
        score.reason(),
        evidence.stream()
            .map(span -> evidence(span, call))
            .sorted(comparing(EvidenceView::kind).thenComparing(EvidenceView::firstTurn))
            .toList());
  }

  private static EvidenceView evidence(PlaybookEvidence span, ReportedCall call) {
    EvidenceKind kind =
        switch (span.kind()) {
          case "SEARCHED" -> EvidenceKind.SEARCHED;
          case "NEAREST_MISS" -> EvidenceKind.NEAREST_MISS;
          // words that must not be said are the evidence of a criterion that is not met
          default -> EvidenceKind.EVIDENCE;
        };
    return new EvidenceView(
        kind,
        span.firstTurn(),
        span.lastTurn(),
        kind == EvidenceKind.SEARCHED
            ? null
            : call.quote(span.firstTurn(), span.lastTurn(), span.start(), span.end()));
  }

  private PlaybookViews() {}
}
