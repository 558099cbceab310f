package io.talktrack.jobs.coach;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.talktrack.coaching.Insight;
import io.talktrack.coaching.InsightText;
import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.InsightView;
import io.talktrack.report.page.Tone;
import io.talktrack.report.page.TurnLink;
import io.talktrack.report.page.TurnView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Advice in sentences, each with the turns that it rests on. */
final class InsightViews {
  private static final int ADVICE_OF_TEAM = 8;
  private static final int ADVICE_PER_REP = 2;
  private static final int PRAISE_OF_TEAM = 3;
  private static final int PRAISE_PER_REP = 1;
  private static final int LINKS = 6;

  private final Map<String, CallPage> calls;
  private final Map<String, List<Habit>> habitsByRep;
  private final Names names;

  private InsightViews(
      Map<String, CallPage> calls, Map<String, List<Habit>> habitsByRep, Names names) {
    this.calls = calls;
    this.habitsByRep = habitsByRep;
    this.names = names;
  }

  /** Insights about calls that are another rep's by now are left out. */
  static InsightViews of(List<Insight> insights, Selling selling, Names names) {
    Map<String, CallPage> calls =
        selling.calls().stream().collect(toMap(page -> page.call().callId(), page -> page));
    Map<String, List<Habit>> habits = new HashMap<>();
    insights.stream()
        .filter(
            insight ->
                calls.containsKey(insight.callId())
                    && rep(insight, names)
                        .pageId()
                        .equals(calls.get(insight.callId()).call().repId()))
        .collect(groupingBy(insight -> rep(insight, names).pageId()))
        .forEach(
            (rep, ofRep) ->
                habits.put(rep, Habit.of(ofRep, selling.of(rep::equals).calls().size())));
    return new InsightViews(calls, habits, names);
  }

  /** All kinds of insights about a rep, each by its most telling call. */
  List<InsightView> ofRep(String pageId) {
    return habitsByRep.getOrDefault(pageId, List.of()).stream().map(this::view).toList();
  }

  /** What to coach first, then the best to learn from; a few of each rep. */
  List<InsightView> ofTeam() {
    return Stream.concat(
            most(ADVICE_OF_TEAM, ADVICE_PER_REP, false), most(PRAISE_OF_TEAM, PRAISE_PER_REP, true))
        .map(this::view)
        .toList();
  }

  private Stream<Habit> most(int ofTeam, int perRep, boolean isPraise) {
    List<Habit> most = new ArrayList<>();
    habitsByRep
        .values()
        .forEach(
            habits ->
                habits.stream()
                    .filter(habit -> habit.isPraise() == isPraise)
                    .limit(perRep)
                    .forEach(most::add));
    return Habit.sorted(most).stream().limit(ofTeam);
  }

  private InsightView view(Habit habit) {
    Insight insight = habit.telling();
    CallPage call = calls.get(insight.callId());
    Set<Integer> turns = call.turns().stream().map(TurnView::turnNo).collect(toSet());
    Reps.Named rep = rep(insight, names);
    return new InsightView(
        rep.pageId(),
        rep.name(),
        InsightText.say(insight, names.language()),
        habit.isPraise() ? Tone.STRENGTH : Tone.IMPROVE,
        insight.unitNos().stream()
            .filter(turns::contains)
            .limit(LINKS)
            .map(turn -> new TurnLink(insight.callId(), Selling.day(call), turn))
            .toList());
  }

  private static Reps.Named rep(Insight insight, Names names) {
    return names.reps().of(insight.repId());
  }
}
