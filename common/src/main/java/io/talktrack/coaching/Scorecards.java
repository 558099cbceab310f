package io.talktrack.coaching;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Scorecards from calls: measures are taken per call and averaged over calls, so that a long call
 * weighs no more than a short one. Version {@value #VERSION}.
 */
public final class Scorecards {
  public static final String VERSION = "scorecards-1";

  /**
   * One scorecard per rep and month of the calls given, ordered by month and rep. Give all the
   * calls of a team and month at once, or the team's values are wrong.
   *
   * @param calls one per rep and call
   * @param teamByRep a rep who is not in it has no team
   */
  public static List<RepScorecard> of(List<CoachedCall> calls, Map<String, String> teamByRep) {
    List<RepScorecard> scorecards = new ArrayList<>();
    byMonth(calls)
        .forEach((month, ofMonth) -> scorecards.addAll(ofMonth(month, ofMonth, teamByRep)));
    return scorecards;
  }

  private static List<RepScorecard> ofMonth(
      LocalDate month, List<CoachedCall> calls, Map<String, String> teamByRep) {
    Map<String, Tally> tallyByTeam =
        calls.stream()
            .filter(call -> teamByRep.containsKey(call.repId()))
            .collect(
                Collectors.groupingBy(
                    call -> teamByRep.get(call.repId()),
                    TreeMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), Scorecards::eachCallOnce)));
    Map<String, List<CoachedCall>> byRep =
        calls.stream()
            .collect(Collectors.groupingBy(CoachedCall::repId, TreeMap::new, Collectors.toList()));
    return byRep.entrySet().stream()
        .map(
            entry -> {
              String team = teamByRep.get(entry.getKey());
              Tally teamTally = team == null ? Tally.EMPTY : tallyByTeam.get(team);
              return scorecard(
                  entry.getKey(), team, month, eachCallOnce(entry.getValue()), teamTally);
            })
        .toList();
  }

  private static RepScorecard scorecard(
      String repId, String team, LocalDate month, Tally rep, Tally ofTeam) {
    return new RepScorecard(
        repId,
        team,
        month,
        rep.calls(),
        rep.averages(ofTeam),
        rep.objections(),
        rep.objectionsHandled(),
        rep.objectionHandledRate(),
        ofTeam.objectionHandledRate(),
        rep.playbookScore(),
        ofTeam.playbookScore(),
        rep.nextStepRate(),
        ofTeam.nextStepRate(),
        VERSION);
  }

  private static Tally eachCallOnce(List<CoachedCall> calls) {
    Map<String, CoachedCall> byId = new TreeMap<>();
    calls.stream()
        .sorted(comparing(CoachedCall::repId))
        .forEach(call -> byId.putIfAbsent(call.callId(), call));
    return byId.values().stream().map(Tally::of).reduce(Tally.EMPTY, Tally::plus);
  }

  private static Map<LocalDate, List<CoachedCall>> byMonth(List<CoachedCall> calls) {
    return calls.stream()
        .collect(
            Collectors.groupingBy(
                call -> call.callDate().withDayOfMonth(1), TreeMap::new, Collectors.toList()));
  }

  private Scorecards() {}
}
