package io.talktrack.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.crm.OpportunityTimeline.Deletion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestOpportunityTimeline {
  private static final List<String> STAGES = List.of("Discovery", "Proposal", "Closed Won");

  private static Instant day(int day) {
    return Instant.parse("2026-04-01T09:00:00Z").plusSeconds(86_400L * day);
  }

  private static OpportunityState state(int day, int recordedDay, String stage, Long amount) {
    return new OpportunityState(
        "OPP-1",
        day(day),
        day(recordedDay),
        stage,
        amount,
        "GBP",
        LocalDate.of(2026, 6, 30),
        "pipeline",
        stage.startsWith("Closed"),
        stage.equals("Closed Won"),
        null,
        "ACC-1",
        "v");
  }

  private static OpportunityState state(int day, String stage, Long amount) {
    return state(day, day, stage, amount);
  }

  @Test
  void aChangeHoldsUntilTheNext() {
    List<OpportunityChange> changes =
        OpportunityTimeline.of(List.of(state(3, "Proposal", 100L), state(0, "Discovery", 100L)));

    assertThat(changes)
        .extracting(OpportunityChange::stage)
        .containsExactly("Discovery", "Proposal");
    assertThat(changes).extracting(OpportunityChange::validFrom).containsExactly(day(0), day(3));
    assertThat(changes).extracting(OpportunityChange::validTo).containsExactly(day(3), null);
    assertThat(changes).extracting(OpportunityChange::knownAt).containsExactly(day(0), day(3));
  }

  @Test
  void repeatedSnapshotsAreOneChange() {
    assertThat(
            OpportunityTimeline.of(
                List.of(
                    state(0, "Discovery", 100L),
                    state(1, "Discovery", 100L),
                    state(2, "Discovery", 100L))))
        .isEqualTo(OpportunityTimeline.of(List.of(state(0, "Discovery", 100L))));
  }

  @Test
  void aDeletionEndsTheHistoryUntilALaterStateHasTheOpportunityAgain() {
    List<OpportunityState> states = List.of(state(0, "Discovery", 1L), state(6, "Discovery", 1L));
    List<OpportunityChange> changes =
        OpportunityTimeline.of(states, List.of(new Deletion("OPP-1", day(3))));

    assertThat(changes).extracting(OpportunityChange::validFrom).containsExactly(day(0), day(6));
    assertThat(changes).extracting(OpportunityChange::validTo).containsExactly(day(3), null);
    assertThat(OpportunityTimeline.deletions(changes))
        .containsExactly(new Deletion("OPP-1", day(3)));
  }

  @Test
  void lateRecordTakesItsPlace() {
    assertThat(
            OpportunityTimeline.of(
                List.of(
                    state(0, "Discovery", 1L),
                    state(4, "Closed Won", 1L),
                    state(2, "Proposal", 1L))))
        .extracting(OpportunityChange::stage)
        .containsExactlyElementsOf(STAGES);
  }

  @Test
  void correctedRecordReplacesItsOlderSelf() {
    assertThat(
            OpportunityTimeline.of(
                List.of(state(0, 5, "Discovery", null), state(0, 0, "Discovery", 100L))))
        .extracting(OpportunityChange::amountMinor)
        .containsExactly((Long) null);
  }

  @Test
  void presentRowCompletesTheLastRecord() {
    Opportunity present =
        new Opportunity(
            "OPP-1",
            "ACC-1",
            "name",
            "R01",
            100L,
            "GBP",
            LocalDate.of(2026, 4, 1),
            LocalDate.of(2026, 6, 30),
            "Proposal",
            false,
            false,
            null,
            day(3),
            "v");

    List<OpportunityChange> changes =
        OpportunityTimeline.of(
            List.of(
                OpportunityState.of(present, present.knownAt(), present.knownAt()),
                state(0, "Discovery", 100L),
                state(3, "Proposal", 100L)));

    assertThat(changes).hasSize(2);
    assertThat(changes.get(1).ownerRepId()).isEqualTo("R01");
    assertThat(changes.get(1).forecastCategory()).isEqualTo("pipeline");
  }

  @Test
  void nextStageDoesNotInheritTheForecastCategory() {
    OpportunityState won =
        new OpportunityState(
            "OPP-1",
            day(2),
            day(2),
            "Closed Won",
            1L,
            null,
            null,
            null,
            true,
            true,
            null,
            null,
            "v");

    OpportunityChange last = OpportunityTimeline.of(List.of(state(0, "Proposal", 1L), won)).get(1);

    assertThat(last.forecastCategory()).isNull();
    assertThat(last.currency()).isEqualTo("GBP");
    assertThat(last.accountId()).isEqualTo("ACC-1");
  }

  @Test
  void orderAndRepetitionDoNotMatter() {
    Random random = new Random(20260930);
    for (int round = 0; round < 500; round++) {
      List<OpportunityState> states = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        int day = random.nextInt(6);
        Long amount = random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(3));
        states.add(state(day, day + random.nextInt(2), STAGES.get(random.nextInt(3)), amount));
      }

      List<OpportunityChange> expected = OpportunityTimeline.of(states);
      for (int i = random.nextInt(5); i > 0; i--) {
        states.add(states.get(random.nextInt(states.size())));
      }

      Collections.shuffle(states, random);

      assertThat(OpportunityTimeline.of(states)).as("round %d", round).isEqualTo(expected);
      assertThat(expected).isSortedAccordingTo((a, b) -> a.validFrom().compareTo(b.validFrom()));
    }
  }
}
