package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.Call;
import io.talktrack.call.Participant;
import io.talktrack.call.Speaker;
import io.talktrack.crm.Rep;
import io.talktrack.jobs.ingest.ReadCall.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestCallChanges {
  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 6, 2);
  private static final Sides NOBODY = SideSketch.sides();

  private final CallChanges first =
      changes(List.of(read("c1", MONDAY, "one"), read("c2", TUESDAY, "two")), Set.of(), NOBODY);

  @Test
  void newCallsAreChangesOfTheirDays() {
    assertThat(first.days()).containsExactly(MONDAY, TUESDAY);
    assertThat(first.freshCalls()).isEqualTo(2);
  }

  @Test
  void theSameReadingAgainIsNoChange() {
    assertThat(again(List.of(read("c1", MONDAY, "one")), Set.of(), NOBODY).days()).isEmpty();
  }

  @Test
  void aCorrectedCallChangesTheDayItLeavesAndTheDayItGoesTo() {
    CallChanges moved = again(List.of(read("c1", TUESDAY, "one")), Set.of(), NOBODY);

    assertThat(moved.days()).containsExactly(MONDAY, TUESDAY);
    assertThat(moved.callsOfDays())
        .extracting(Call::callId, Call::callDate)
        .containsExactlyInAnyOrder(tuple("c1", TUESDAY), tuple("c2", TUESDAY));
  }

  @Test
  void aWithdrawnCallLeavesItsDayEmpty() {
    CallChanges withdrawn = again(List.of(), Set.of("c2"), NOBODY);

    assertThat(withdrawn.days()).containsExactly(TUESDAY);
    assertThat(withdrawn.callsOfDays()).isEmpty();
    assertThat(withdrawn.participantsOfDays()).isEmpty();
  }

  @Test
  void aVoiceThatTheCrmNowKnowsMakesANewVersionOfItsCall() {
    Rep ann = new Rep("R1", "p1", "voice of c1", "Ann", null, null, null, "v");

    CallChanges known = again(List.of(), Set.of(), SideSketch.sides(ann));

    assertThat(known.days()).containsExactly(MONDAY);
    assertThat(known.callsOfDays())
        .extracting(Call::sourceVersion)
        .doesNotContain(first.callsOfDays().get(0).sourceVersion());
    assertThat(known.participantsOfDays())
        .extracting(Participant::side)
        .containsExactly(Speaker.REP);
  }

  private CallChanges again(List<ReadCall> fresh, Set<String> withdrawn, Sides sides) {
    return CallChanges.of(
        fresh, withdrawn, first.callsOfDays(), first.participantsOfDays(), sides, "d");
  }

  private static CallChanges changes(List<ReadCall> fresh, Set<String> withdrawn, Sides sides) {
    return CallChanges.of(fresh, withdrawn, List.of(), List.of(), sides, "d");
  }

  private static ReadCall read(String id, LocalDate day, String content) {
    return new ReadCall(
        id,
        List.of(),
        id,
        day,
        Instant.EPOCH,
        Instant.EPOCH,
        id,
        id,
        "webvtt",
        "test",
        "en",
        null,
        1,
        content,
        content + day,
        List.of(),
        List.of(new Voice(0, "voice of " + id, List.of())),
        List.of());
  }
}
