package io.talktrack.jobs.coach;

import static io.talktrack.jobs.coach.SampleCalls.FIRST;
import static io.talktrack.jobs.coach.SampleCalls.SECOND;
import static io.talktrack.jobs.coach.SampleCalls.THIRD;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.CallLink;
import io.talktrack.coaching.CoachedCall;
import io.talktrack.coaching.Insight;
import io.talktrack.coaching.Insights;
import io.talktrack.coaching.RepScorecard;
import io.talktrack.coaching.Scorecards;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.jobs.Outcome;
import io.talktrack.objection.Objection;
import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Tables;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCoachCalls {
  @TempDir private Path folder;

  @Test
  void daysOfNewChangedAndWithdrawnCallsAreDone() {
    CallVersion same = new CallVersion("c0", FIRST.minusDays(1), "R1", "v1");
    CallVersion fresh = new CallVersion("c1", FIRST, "R1", "v1");
    CallVersion changed = new CallVersion("c2", SECOND, "R1", "v2");
    CallVersion before = new CallVersion("c2", SECOND, "R1", "v1");
    CallVersion withdrawn = new CallVersion("c3", THIRD, "R1", "v1");

    assertThat(
            CoachCalls.changedDays(List.of(same, fresh, changed), List.of(same, before, withdrawn)))
        .containsExactly(FIRST, SECOND, THIRD);
    assertThat(CoachCalls.changedDays(List.of(same), List.of(same))).isEmpty();
  }

  @Test
  void aDefinitionChangesWithEveryCallAndTeamAndWithNoOrder() {
    CallVersion one = new CallVersion("c1", FIRST, "R1", "v1");
    CallVersion other = new CallVersion("c2", SECOND, "R1", "v1");
    String definition = CoachCalls.definition(List.of(one, other), Map.of("R1", "North"));

    assertThat(definition).startsWith("scorecards-1+insights-1+");
    assertThat(CoachCalls.definition(List.of(other, one), Map.of("R1", "North")))
        .isEqualTo(definition);
    assertThat(CoachCalls.definition(List.of(one), Map.of("R1", "North"))).isNotEqualTo(definition);
    assertThat(CoachCalls.definition(List.of(one, other), Map.of("R1", "South")))
        .isNotEqualTo(definition);
  }

  @Test
  void theRowsOfATableAreBroughtToTheirCall() {
    ReportInput input = SampleInput.all();
    CoachedCalls known = known(input.objections());

    List<CoachedCall> coached =
        known
            .of(
                rows(
                    CallVersion.of(input.calls(), input.links(), Map.of()),
                    RecordEncoder.of(CallVersion.class)),
                rows(input.turns(), Tables.TURNS.encoder()))
            .collectAsList();

    assertThat(coached)
        .extracting(
            call ->
                "%s %s: %d turns, %d metrics, %d objections, %d scores, %d spans"
                    .formatted(
                        call.repId(),
                        call.callId(),
                        call.turns().size(),
                        call.metrics().size(),
                        call.objections().size(),
                        call.playbookScores().size(),
                        call.playbookEvidence().size()))
        .containsExactlyInAnyOrder(
            "R1 c1: 6 turns, 24 metrics, 1 objections, 2 scores, 2 spans",
            "R1 c2: 2 turns, 24 metrics, 0 objections, 0 scores, 0 spans",
            "R2 c3: 3 turns, 24 metrics, 0 objections, 2 scores, 2 spans");
    assertThat(CoachCalls.insights(typed(coached)).collectAsList())
        .containsExactlyInAnyOrderElementsOf(
            coached.stream().flatMap(call -> Insights.of(call).stream()).toList());
    assertThat(
            CoachCalls.scorecards(typed(coached), Map.of("R1", "North", "R2", "North"))
                .collectAsList())
        .containsExactlyInAnyOrderElementsOf(
            Scorecards.of(coached, Map.of("R1", "North", "R2", "North")));
  }

  @Test
  void aCallsVersionChangesWithItsObjectionsAndItsRep() {
    ReportInput input = SampleInput.all();
    Map<String, String> before = versions(input.links(), input.objections());
    Map<String, String> again = versions(input.links(), input.objections());
    Map<String, String> unanswered =
        versions(input.links(), List.of(SampleCalls.tooExpensive(false)));
    Map<String, String> handedOver =
        versions(List.of(SampleCalls.link("c1", FIRST, "R2", "a1")), input.objections());

    assertThat(before).containsOnlyKeys("c1", "c2", "c3").isEqualTo(again);
    assertThat(unanswered.get("c1")).isNotEqualTo(before.get("c1"));
    assertThat(unanswered.get("c3")).isEqualTo(before.get("c3"));
    assertThat(handedOver.get("c1")).isNotEqualTo(before.get("c1"));
  }

  @Test
  void insightsFollowTheirInputsAndAreWrittenOnce() {
    assertThat(new CoachCalls(SampleLake.in(folder)).run())
        .isEqualTo(new Outcome.Skipped("there are no calls yet"));
    Lake lake = SampleLake.understood(folder);
    CoachCalls job = new CoachCalls(lake);

    assertThat(job.run()).isInstanceOf(Outcome.Wrote.class);
    List<Insight> insights = insights(lake);
    assertThat(insights)
        .extracting(insight -> insight.repId() + " " + insight.callId() + " " + insight.kind())
        .contains(
            "R1 c1 next_step_agreed", "R1 c1 objections_handled", "R2 c3 playbook_critical_missed")
        .doesNotHaveDuplicates()
        .noneMatch(row -> row.contains("c2") || row.contains("c4"));
    assertThat(scorecards(lake))
        .extracting(card -> card.repId() + " " + card.month() + " " + card.calls())
        .containsExactly("R1 2026-09-01 2", "R2 2026-09-01 1");

    assertThat(job.run())
        .isEqualTo(
            new Outcome.NothingToDo("every call of a rep is coached in its present version"));
    assertThat(insights(lake)).isEqualTo(insights);

    List<RepScorecard> scorecards = scorecards(lake);
    SampleLake.put(lake, Tables.COACHING_INSIGHTS, insights.subList(0, 1));
    assertThat(new CoachCalls(lake, Optional.of(new DayRange(FIRST, THIRD))).run().message())
        .endsWith("; 3 days were new, asked for or changed");
    assertThat(insights(lake)).isEqualTo(insights);
    assertThat(scorecards(lake)).isEqualTo(scorecards);
    assertThat(
            new CoachCalls(
                    lake, Optional.of(new DayRange(FIRST.minusYears(9), FIRST.minusYears(4))))
                .run())
        .isEqualTo(
            new Outcome.NothingToDo(
                "every call of a rep is coached in its present version, and nothing is of %s to %s"
                    .formatted(FIRST.minusYears(9), FIRST.minusYears(4))));

    SampleLake.put(lake, Tables.OBJECTIONS, List.of(SampleCalls.tooExpensive(false)));
    SampleLake.put(lake, Tables.CALL_LINKS, List.of(SampleCalls.link("c1", FIRST, "R1", "a1")));
    assertThat(job.run()).isInstanceOf(Outcome.Wrote.class);
    assertThat(insights(lake))
        .extracting(insight -> insight.callId() + " " + insight.kind())
        .contains("c1 price_unanswered")
        .doesNotContain("c1 objections_handled")
        .allMatch(row -> row.startsWith("c1"));
    assertThat(scorecards(lake))
        .extracting(card -> card.repId() + " " + card.calls() + " " + card.objectionsHandled())
        .containsExactly("R1 1 0");

    SampleLake.put(lake, Tables.CALL_LINKS, List.of(SampleCalls.link("c1", FIRST, null, null)));
    assertThat(job.run()).isInstanceOf(Outcome.Wrote.class);
    assertThat(insights(lake)).isEmpty();
    assertThat(job.run()).isEqualTo(new Outcome.NothingToDo("no call belongs to a rep"));
  }

  private static CoachedCalls known(List<Objection> objections) {
    ReportInput input = SampleInput.all();
    return new CoachedCalls(
        rows(input.calls(), Tables.CALLS.encoder()),
        rows(input.metrics(), Tables.CALL_METRICS.encoder()),
        rows(objections, Tables.OBJECTIONS.encoder()),
        rows(input.scores(), Tables.PLAYBOOK_SCORES.encoder()),
        rows(input.evidence(), Tables.PLAYBOOK_EVIDENCE.encoder()));
  }

  private static Map<String, String> versions(List<CallLink> links, List<Objection> objections) {
    return CallVersion.of(SampleInput.all().calls(), links, known(objections).hashes()).stream()
        .collect(toMap(CallVersion::callId, CallVersion::sourceVersion));
  }

  private static Dataset<CoachedCall> typed(List<CoachedCall> calls) {
    return rows(calls, RecordEncoder.of(CoachedCall.class));
  }

  private static <T> Dataset<T> rows(List<T> rows, Encoder<T> encoder) {
    return LocalSpark.session().createDataset(rows, encoder);
  }

  private static List<Insight> insights(Lake lake) {
    return lake.read(Tables.COACHING_INSIGHTS).collectAsList().stream()
        .sorted(Comparator.comparing(Insight::callId).thenComparing(Insight::kind))
        .toList();
  }

  private static List<RepScorecard> scorecards(Lake lake) {
    return lake.read(Tables.REP_SCORECARDS).collectAsList().stream()
        .sorted(Comparator.comparing(RepScorecard::repId))
        .toList();
  }
}
