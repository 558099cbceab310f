package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;

import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.RepPage;
import io.talktrack.report.page.TeamPage;
import java.util.List;
import java.util.function.Predicate;

/** Every page of a report. */
record Report(TeamPage team, List<RepPage> reps, List<CallPage> calls) {

  /** What the input says; it has at least one call. */
  static Report of(ReportInput input, ReportSettings settings) {
    Names names = new Names(input, settings);
    List<CallPage> calls =
        ReportedCall.all(input, settings.zone(), settings.playbook().name()).parallelStream()
            .map(call -> CallPages.of(call, names))
            .toList();
    Selling everybody = new Selling(calls, ObjectionViews.ofEmails(input, names));
    InsightViews insights = InsightViews.of(input.insights(), everybody, names);
    List<RepPage> reps =
        names.reps().all().stream()
            .filter(rep -> isActive(everybody.of(rep.pageId()::equals)))
            .sorted(comparing(Reps.Named::name).thenComparing(Reps.Named::pageId))
            .map(
                rep ->
                    RepPages.of(
                        rep,
                        everybody.of(rep.pageId()::equals),
                        everybody.of(team(rep, names)),
                        everybody.firstDay(),
                        everybody.lastDay(),
                        insights.ofRep(rep.pageId()),
                        names))
            .toList();
    return new Report(
        TeamPages.of(
            settings.company(),
            everybody,
            reps,
            insights.ofTeam(),
            Coverage.of(input, calls),
            names),
        reps,
        calls);
  }

  private static boolean isActive(Selling selling) {
    return !selling.calls().isEmpty() || !selling.mailObjections().isEmpty();
  }

  /** A rep without a team is compared with nobody. */
  private static Predicate<String> team(Reps.Named rep, Names names) {
    List<String> mates =
        names.reps().all().stream()
            .filter(other -> rep.team() != null && rep.team().equals(other.team()))
            .map(Reps.Named::pageId)
            .toList();
    return mates::contains;
  }
}
