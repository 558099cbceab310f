package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.CriterionOutcome;
import io.talktrack.report.page.CriterionView;
import io.talktrack.report.page.EvidenceKind;
import io.talktrack.report.page.EvidenceView;
import io.talktrack.report.page.HeatCell;
import io.talktrack.report.page.HeatRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Playbook criteria against a rep's calls. */
final class HeatRows {
  /** In the playbook's order; criteria on which no call of the rep was scored are left out. */
  static List<HeatRow> of(Selling rep, Selling team, Names names) {
    Map<String, CriterionView> criteria =
        rep.calls().stream()
            .flatMap(page -> criteria(page).stream())
            .collect(
                toMap(
                    CriterionView::criterion, identity(), (newest, older) -> newest, TreeMap::new));
    List<HeatRow> rows = new ArrayList<>();
    criteria.values().stream()
        .sorted(
            comparingInt((CriterionView one) -> names.place(one.criterion()))
                .thenComparing(CriterionView::criterion))
        .forEach(
            one ->
                rows.add(
                    new HeatRow(
                        one.stage(),
                        one.criterion(),
                        one.instruction(),
                        one.isCritical(),
                        metRate(one.criterion(), rep),
                        metRate(one.criterion(), team),
                        rep.calls().stream()
                            .flatMap(page -> cell(one.criterion(), page).stream())
                            .toList())));
    return rows;
  }

  private static Optional<HeatCell> cell(String criterion, CallPage page) {
    return of(criterion, page)
        .map(view -> new HeatCell(page.call().callId(), view.outcome(), shownBy(view)));
  }

  /** The turn that met it, else the one that came nearest, else the first that was searched. */
  private static Integer shownBy(CriterionView view) {
    return view.evidence().stream()
        .min(
            comparing((EvidenceView span) -> span.kind() == EvidenceKind.SEARCHED)
                .thenComparing(EvidenceView::kind)
                .thenComparing(EvidenceView::firstTurn))
        .map(EvidenceView::firstTurn)
        .orElse(null);
  }

  private static Double metRate(String criterion, Selling selling) {
    List<CriterionOutcome> told =
        selling.calls().stream()
            .flatMap(page -> of(criterion, page).stream())
            .map(CriterionView::outcome)
            .filter(
                outcome -> outcome == CriterionOutcome.MET || outcome == CriterionOutcome.NOT_MET)
            .toList();
    long met = told.stream().filter(outcome -> outcome == CriterionOutcome.MET).count();
    return told.isEmpty() ? null : (double) met / told.size();
  }

  private static Optional<CriterionView> of(String criterion, CallPage page) {
    return criteria(page).stream().filter(view -> view.criterion().equals(criterion)).findFirst();
  }

  private static Collection<CriterionView> criteria(CallPage page) {
    return page.playbook() == null ? List.of() : page.playbook().criteria();
  }

  private HeatRows() {}
}
