package io.talktrack.jobs.ingest;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static io.talktrack.call.Speaker.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.Participant;
import io.talktrack.call.Speaker;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Rep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestSides {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 2);
  private static final Roster ROSTER =
      new Roster(
          List.of(rep("R1", "ann"), rep("R2", "kim")),
          List.of(contact("C1", "bob"), contact("C2", "kim")));

  @Test
  void aKnownNameTellsSideAndPerson() {
    assertThat(Sides.resolve(List.of(voice(0, "bob"), voice(1, "ann")), ROSTER))
        .extracting(Participant::side, Participant::personId, Participant::method)
        .containsExactly(
            tuple(CUSTOMER, "person of C1", "CONTACT_NAME"),
            tuple(REP, "person of R1", "REP_NAME"));
  }

  @Test
  void nobodyIsARepForSpeakingFirst() {
    assertThat(sides(voice(0, "zoe"), voice(1, "max"))).containsOnly(UNKNOWN);
    assertThat(sides(voice(0, null), voice(1, null))).containsOnly(UNKNOWN);
  }

  @Test
  void theOneOtherVoiceBesideARepIsTheCustomer() {
    assertThat(sides(voice(0, "zoe"), voice(1, "ann"))).containsExactly(CUSTOMER, REP);
  }

  @Test
  void ofTwoOtherVoicesNeitherIsTold() {
    assertThat(sides(voice(0, "zoe"), voice(1, "ann"), voice(2, "max")))
        .containsExactly(UNKNOWN, REP, UNKNOWN);
    assertThat(sides(voice(0, "zoe"), voice(1, "ann"), voice(2, "bob")))
        .containsExactly(UNKNOWN, REP, CUSTOMER);
  }

  @Test
  void aNameOfBothSidesTellsNeither() {
    assertThat(sides(voice(0, "kim"))).containsExactly(UNKNOWN);
  }

  @Test
  void whatTheSourceSaysCountsBeforeTheName() {
    Participant agent = new Participant("c", DAY, 0, "zoe", "zoe", REP, "SOURCE", 1, null, "d");

    assertThat(Sides.resolve(List.of(agent), ROSTER))
        .extracting(Participant::side, Participant::personId)
        .containsExactly(tuple(REP, "zoe"));
  }

  @Test
  void resolvingTwiceIsResolvingOnce() {
    List<Participant> once = Sides.resolve(List.of(voice(0, "zoe"), voice(1, "ann")), ROSTER);

    assertThat(Sides.resolve(once, ROSTER)).isEqualTo(once);
  }

  private static Stream<Speaker> sides(Participant... voices) {
    return Sides.resolve(List.of(voices), ROSTER).stream().map(Participant::side);
  }

  private static Participant voice(int speakerNo, String label) {
    return new Participant("c", DAY, speakerNo, label, label, UNKNOWN, "NONE", 0, null, "d");
  }

  private static Rep rep(String id, String name) {
    return new Rep(id, "person of " + id, name, name, null, null, null, "v");
  }

  private static Contact contact(String id, String name) {
    return new Contact(id, "A1", "person of " + id, name, name, null, null, Instant.EPOCH, "v");
  }
}
