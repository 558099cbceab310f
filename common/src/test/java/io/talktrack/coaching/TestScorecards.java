package io.talktrack.coaching;

import static io.talktrack.metric.MetricDefinition.TALK_RATIO_OF_SPEECH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talktrack.coaching.RepScorecard.Average;
import io.talktrack.metric.CallSketch;
import io.talktrack.objection.ObjectionType;
import io.talktrack.playbook.PlaybookScore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestScorecards {
  private static final Map<String, String> TEAMS = Map.of("r1", "north", "r2", "north");

  @Test
  void measuresAreAveragedOverCallsAndShownBesideTheTeams() {
    List<RepScorecard> scorecards =
        Scorecards.of(
            List.of(ratio("r1", "c1", 20), ratio("r1", "c2", 40), ratio("r2", "c3", 90)), TEAMS);

    Average first = talkRatio(scorecards.get(0));
    assertThat(scorecards).extracting(RepScorecard::repId).containsExactly("r1", "r2");
    assertThat(scorecards.get(0).month()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(scorecards.get(0).calls()).isEqualTo(2);
    assertThat(first.average()).isEqualTo(0.3);
    assertThat(first.teamAverage()).isEqualTo(0.5);
    assertThat(first.measuredCalls()).isEqualTo(2);
  }

  @Test
  void aSharedCallCountsOnceForTheTeam() {
    List<RepScorecard> scorecards =
        Scorecards.of(
            List.of(ratio("r1", "c1", 20), ratio("r2", "c1", 20), ratio("r2", "c2", 80)), TEAMS);

    assertThat(talkRatio(scorecards.get(0)).teamAverage()).isEqualTo(0.5);
  }

  @Test
  void estimatedCallsAreCountedApart() {
    CoachedCall words =
        Coached.call(
            "r1",
            CallSketch.call("c2").rep("five words are said here").customer("and so five more are"));

    Average average = talkRatio(Scorecards.of(List.of(ratio("r1", "c1", 30), words), TEAMS).get(0));

    assertThat(average.measuredCalls()).isEqualTo(1);
    assertThat(average.estimatedCalls()).isEqualTo(1);
    assertThat(average.average()).isEqualTo(0.4);
  }

  @Test
  void englishAndChinesePacesAreNotMixed() {
    CoachedCall chinese =
        Coached.call(
            "r1", CallSketch.call("c2").rep(0, 10, "我们先看一下报价单").customer(11, 20, "可以先看看吧"));

    assertThat(Scorecards.of(List.of(ratio("r1", "c1", 30), chinese), TEAMS).get(0).metrics())
        .filteredOn(average -> average.metric().equals("words_per_minute"))
        .extracting(Average::unit, Average::measuredCalls)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("characters per minute", 1),
            org.assertj.core.groups.Tuple.tuple("words per minute", 1));
  }

  @Test
  void objectionsWithoutAChanceOfAnAnswerDoNotLowerTheRate() {
    CoachedCall call =
        Coached.call(
            "r1",
            CallSketch.call("c1")
                .customer(0, 5, "too dear for us")
                .objects(ObjectionType.PRICE_BUDGET)
                .rep(6, 9, "let us see about that")
                .stage("OBJECTION_HANDLING", 0.9)
                .customer(10, 15, "and it is too late")
                .objects(ObjectionType.TIMING_PRIORITY));

    RepScorecard scorecard = Scorecards.of(List.of(call), Map.of()).get(0);

    assertThat(scorecard.objections()).isEqualTo(2);
    assertThat(scorecard.objectionsHandled()).isEqualTo(1);
    assertThat(scorecard.objectionHandledRate()).isEqualTo(1.0);
    assertThat(scorecard.team()).isNull();
    assertThat(scorecard.teamObjectionHandledRate()).isNull();
    assertThat(scorecard.playbookScore()).isNull();
  }

  @Test
  void playbookScoresAreWeightedAndACriticalMissFailsTheCall() {
    List<PlaybookScore> good =
        List.of(
            Coached.criterion("a", "MET", 1.0, 3, false),
            Coached.criterion("b", "NOT_MET", 0.0, 1, false),
            Coached.criterion("c", "NOT_APPLICABLE", null, 9, true));
    List<PlaybookScore> failed =
        List.of(
            Coached.criterion("a", "MET", 1.0, 3, false),
            Coached.criterion("c", "NOT_MET", 0.0, 1, true));

    assertThat(PlaybookTotal.of(good)).hasValueCloseTo(0.75, within(1e-12));
    assertThat(PlaybookTotal.of(failed)).hasValue(0.0);
    assertThat(PlaybookTotal.of(List.of())).isEmpty();
  }

  @Test
  void theOrderOfTheCallsChangesNothing() {
    List<CoachedCall> calls =
        List.of(ratio("r1", "c1", 10), ratio("r1", "c2", 70), ratio("r2", "c3", 33));
    List<CoachedCall> reversed = List.of(calls.get(2), calls.get(1), calls.get(0));

    assertThat(Scorecards.of(reversed, TEAMS)).isEqualTo(Scorecards.of(calls, TEAMS));
  }

  private static CoachedCall ratio(String repId, String callId, int percent) {
    return Coached.call(
        repId,
        CallSketch.call(callId)
            .rep(0, percent, "Some words of the rep")
            .customer(percent, 100, "Some words of the customer"));
  }

  private static Average talkRatio(RepScorecard scorecard) {
    return scorecard.metrics().stream()
        .filter(average -> average.metric().equals(TALK_RATIO_OF_SPEECH.id()))
        .findFirst()
        .orElseThrow();
  }
}
