package io.talktrack.jobs.ingest;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static io.talktrack.call.Speaker.UNKNOWN;
import static io.talktrack.jobs.ingest.SideSketch.PSEUDONYMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.Participant;
import io.talktrack.call.SideHint;
import io.talktrack.call.SideHint.Kind;
import io.talktrack.call.Speaker;
import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Rep;
import io.talktrack.privacy.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestSides {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 2);
  private static final Roster ROSTER =
      new Roster(
          List.of(rep("Ann Seller", "ann@lumen.example"), rep("Kim Lee", "kim@lumen.example")),
          List.of(
              contact("Bob Buyer", "bob@acre.example"),
              contact("Kim Lee", "kim@acre.example"),
              contact("王强", "wang@huadong.example")),
          List.of(
              account("A1", "Acre Foods Ltd", "acre.example"),
              account("A2", "华东五金有限公司", "huadong.example")),
          Set.of("lumen.example"),
          PSEUDONYMS);

  @Test
  void aKnownNameTellsSideAndPerson() {
    assertThat(resolved(voice(0, "Bob Buyer"), voice(1, "Ann Seller")))
        .extracting(Participant::side, Participant::personId, Participant::method)
        .containsExactly(
            tuple(CUSTOMER, mailbox("bob@acre.example"), "CONTACT_NAME"),
            tuple(REP, mailbox("ann@lumen.example"), "REP_NAME"));
  }

  @Test
  void nobodyIsARepForSpeakingFirst() {
    assertThat(sides(voice(0, "Zoe"), voice(1, "Max"))).containsOnly(UNKNOWN);
    assertThat(sides(voice(0, null), voice(1, null))).containsOnly(UNKNOWN);
  }

  @Test
  void theOneOtherVoiceBesideAKnownOneIsOnTheOtherSide() {
    assertThat(sides(voice(0, "Zoe"), voice(1, "Ann Seller"))).containsExactly(CUSTOMER, REP);
    assertThat(resolved(voice(0, "Zoe"), voice(1, "Bob Buyer")))
        .extracting(Participant::side, Participant::method, Participant::confidence)
        .containsExactly(tuple(REP, "ONLY_OTHER_SIDE", 0.6), tuple(CUSTOMER, "CONTACT_NAME", 0.95));
  }

  @Test
  void ofTwoOtherVoicesNeitherIsTold() {
    assertThat(sides(voice(0, "Zoe"), voice(1, "Ann Seller"), voice(2, "Max")))
        .containsExactly(UNKNOWN, REP, UNKNOWN);
    assertThat(sides(voice(0, "Zoe"), voice(1, "Ann Seller"), voice(2, "Bob Buyer")))
        .containsExactly(UNKNOWN, REP, CUSTOMER);
  }

  @Test
  void aNameOfBothSidesTellsNeither() {
    assertThat(sides(voice(0, "Kim Lee"))).containsExactly(UNKNOWN);
  }

  @Test
  void whatTheSourceSaysCountsBeforeTheName() {
    Participant agent = voice(0, "Bob Buyer", new SideHint(Kind.STATED, "REP"));

    assertThat(resolved(agent))
        .extracting(Participant::side, Participant::personId, Participant::method)
        .containsExactly(tuple(REP, agent.labelHash(), "SOURCE"));
  }

  @Test
  void anAddressTellsThePersonAndItsDomainTheSide() {
    assertThat(
            resolved(
                voice(0, "B. (bob@acre.example)"),
                voice(1, "Max M <max@eu.lumen.example>"),
                voice(2, "zoe@acre.example"),
                voice(3, "Pat <pat@elsewhere.example>")))
        .extracting(Participant::side, Participant::personId, Participant::method)
        .containsExactly(
            tuple(CUSTOMER, mailbox("bob@acre.example"), "ADDRESS"),
            tuple(REP, mailbox("max@eu.lumen.example"), "DOMAIN"),
            tuple(CUSTOMER, mailbox("zoe@acre.example"), "DOMAIN"),
            tuple(UNKNOWN, name("Pat"), "NONE"));
  }

  @Test
  void theCompanyBesideTheNameTellsTheSide() {
    assertThat(
            sides(voice(0, "Zoe (Acre Foods)"), voice(1, "Max | Lumen"), voice(2, "Pat (Guest)")))
        .containsExactly(CUSTOMER, REP, UNKNOWN);
  }

  @Test
  void aFirstNameTellsThePersonWhereOnlyOneBearsIt() {
    assertThat(resolved(voice(0, "Ann"), voice(1, "Kim")))
        .extracting(Participant::side, Participant::method)
        .containsExactly(tuple(REP, "GIVEN_NAME"), tuple(CUSTOMER, "ONLY_OTHER_SIDE"));
    assertThat(sides(voice(0, "Kim"))).containsExactly(UNKNOWN);
  }

  @Test
  void anIntroductionTellsTheSideUnlessItContradictsItself() {
    assertThat(introduced("Hi there, this is Ann from Lumen, how are you?"))
        .isEqualTo(tuple(REP, mailbox("ann@lumen.example"), "INTRODUCTION"));
    assertThat(introduced("Good morning, my name is Zoe and I'm with Acre Foods."))
        .isEqualTo(tuple(CUSTOMER, name("Speaker 1"), "INTRODUCTION"));
    assertThat(introduced("hello this is bob buyer calling from acre"))
        .isEqualTo(tuple(CUSTOMER, mailbox("bob@acre.example"), "INTRODUCTION"));
    assertThat(introduced("您好，我是华东五金的采购经理王强，方便吗？"))
        .isEqualTo(tuple(CUSTOMER, mailbox("wang@huadong.example"), "INTRODUCTION"));
    assertThat(introduced("This is Ann from Acre Foods.").toList().get(0)).isEqualTo(UNKNOWN);
    assertThat(introduced("Here is Max, and this is Ann, my colleague.").toList().get(0))
        .isEqualTo(UNKNOWN);
    assertThat(introduced("I'm with you, this is good.").toList().get(0)).isEqualTo(UNKNOWN);
  }

  @Test
  void theRepsChannelTellsBothSidesWhereSomebodySaysWhichItIs() {
    Participant[] voices = {onChannel(0, "Channel 0", "0"), onChannel(1, "Channel 1", "1")};

    assertThat(byChannel(1, voices))
        .extracting(Participant::side, Participant::method, Participant::confidence)
        .containsExactly(tuple(CUSTOMER, "CHANNEL", 0.8), tuple(REP, "CHANNEL", 0.8));
    assertThat(byChannel(0, voices)).extracting(Participant::side).containsExactly(REP, CUSTOMER);
    assertThat(byChannel(null, voices))
        .extracting(Participant::side, Participant::method)
        .containsOnly(tuple(UNKNOWN, "NONE"));
    assertThat(byChannel(0, voice(0, "Zoe"), voice(1, "Max")))
        .extracting(Participant::side)
        .containsOnly(UNKNOWN);
  }

  @Test
  void allVoicesOfAChannelAreOnItsSide() {
    assertThat(
            byChannel(
                0,
                onChannel(0, "Speaker 0", "0"),
                onChannel(1, "Speaker 1", "1"),
                onChannel(2, "Speaker 2", "1")))
        .extracting(Participant::side)
        .containsExactly(REP, CUSTOMER, CUSTOMER);
  }

  @Test
  void whatIsSurerThanAChannelCountsBeforeItAndWhatIsLessSureAfterIt() {
    assertThat(byChannel(0, onChannel(0, "Zoe (Lumen)", "0"), onChannel(1, "Bob", "1")))
        .extracting(Participant::side, Participant::personId, Participant::method)
        .containsExactly(
            tuple(REP, name("Zoe"), "COMPANY"),
            tuple(CUSTOMER, mailbox("bob@acre.example"), "CHANNEL"));
    assertThat(byChannel(1, onChannel(0, "Ann", "0"), onChannel(1, "Speaker 1", "1")))
        .extracting(Participant::side, Participant::personId, Participant::method)
        .containsExactly(
            tuple(CUSTOMER, name("Ann"), "CHANNEL"), tuple(REP, name("Speaker 1"), "CHANNEL"));
  }

  @Test
  void whoIntroducesThemselvesOnAChannelOfTheirSideIsThatPerson() {
    Stream<SideHint> said =
        Introductions.in(List.of("hello this is ann from lumen"), PSEUDONYMS).stream();
    SideHint[] hints =
        Stream.concat(Stream.of(new SideHint(Kind.CHANNEL, "0")), said).toArray(SideHint[]::new);

    assertThat(byChannel(0, voice(0, "Channel 0", hints)))
        .extracting(Participant::side, Participant::personId, Participant::method)
        .containsExactly(tuple(REP, mailbox("ann@lumen.example"), "CHANNEL"));
    assertThat(byChannel(1, voice(0, "Channel 0", hints)))
        .extracting(Participant::side, Participant::personId, Participant::method)
        .containsExactly(tuple(CUSTOMER, name("Channel 0"), "CHANNEL"));
  }

  @Test
  void aVoiceThatIsSurelyOnTheOtherSideSilencesTheChannelsOfItsCall() {
    assertThat(byChannel(0, onChannel(0, "Bob Buyer", "0"), onChannel(1, "Speaker 1", "1")))
        .extracting(Participant::side, Participant::method)
        .containsExactly(tuple(CUSTOMER, "CONTACT_NAME"), tuple(REP, "ONLY_OTHER_SIDE"));
    assertThat(
            byChannel(
                0,
                onChannel(0, "Bob Buyer", "0"),
                onChannel(1, "Speaker 1", "1"),
                onChannel(2, "Speaker 2", "1")))
        .extracting(Participant::side)
        .containsExactly(CUSTOMER, UNKNOWN, UNKNOWN);
  }

  @Test
  void theTableAndTheSourceCountBeforeTheChannel() {
    SpeakerTable table = table("file,speaker,side\n*,Channel 1,unknown\n");
    Participant agent = voice(0, "Channel 0", new SideHint(Kind.STATED, "REP"));

    assertThat(
            new Sides(ROSTER, table, 0)
                .resolve(Map.of("c", List.of(agent, onChannel(1, "Channel 1", "1"))), call -> call)
                .get("c"))
        .extracting(Participant::side, Participant::method)
        .containsExactly(tuple(REP, "SOURCE"), tuple(UNKNOWN, "OVERRIDE"));
  }

  @Test
  void aSideThatWasToldByAChannelIsOpenAgainWithoutTheSetting() {
    List<Participant> told =
        byChannel(0, onChannel(0, "Channel 0", "0"), onChannel(1, "Channel 1", "1"));

    assertThat(resolved(told.toArray(Participant[]::new)))
        .extracting(Participant::side, Participant::method)
        .containsOnly(tuple(UNKNOWN, "NONE"));
  }

  @Test
  void aNameThatIsToldOnOtherCallsIsToldHere() {
    SideHint agent = new SideHint(Kind.STATED, "REP");
    SideHint client = new SideHint(Kind.STATED, "CUSTOMER");
    Map<String, List<Participant>> calls = new HashMap<>();
    calls.put("1", List.of(voice(0, "Zoe Hall", agent), voice(1, "Speaker 1", client)));
    calls.put("2", List.of(voice(0, "Zoe Hall", agent), voice(1, "Speaker 1", client)));
    calls.put("3", List.of(voice(0, "Zoe Hall"), voice(1, "Speaker 1"), voice(2, "Max")));

    assertThat(sides().resolve(calls, call -> call).get("3"))
        .extracting(Participant::side, Participant::method)
        .containsExactly(tuple(REP, "OTHER_CALLS"), tuple(UNKNOWN, "NONE"), tuple(UNKNOWN, "NONE"));

    calls.put("2", List.of(voice(0, "Zoe Hall", client)));
    assertThat(sides().resolve(calls, call -> call).get("3"))
        .extracting(Participant::side)
        .containsOnly(UNKNOWN);
  }

  @Test
  void resolvingTwiceIsResolvingOnce() {
    List<Participant> once =
        resolved(voice(0, "Zoe"), voice(1, "Ann"), voice(2, "max@acre.example"));

    assertThat(sides().resolve(Map.of("c", once), call -> call).get("c")).isEqualTo(once);
  }

  @Test
  void theTableWinsOverEverythingAndALineOfTheFileOverALineOfAll() {
    SpeakerTable table =
        table(
            """
            file,speaker,side,rep_email,contact_email
            *,Bob Buyer,rep,,
            2026/one.vtt,ann seller,,,wang@huadong.example
            calls/2026/one.vtt,Zoe,unknown,,
            *,Zoe,customer,,
            """);
    Map<String, List<Participant>> calls = new HashMap<>();
    List<Participant> voices =
        List.of(
            voice(0, "Bob Buyer", new SideHint(Kind.STATED, "CUSTOMER")),
            voice(1, "Ann Seller"),
            voice(2, "Zoe"));
    calls.put("calls/2026/one", voices);
    calls.put("calls/2026/two", voices);

    Map<String, List<Participant>> told =
        new Sides(ROSTER, table, null).resolve(calls, call -> call);

    assertThat(table.bad()).isEmpty();
    assertThat(told.get("calls/2026/one"))
        .extracting(Participant::side, Participant::personId, Participant::method)
        .containsExactly(
            tuple(REP, name("Bob Buyer"), "OVERRIDE"),
            tuple(CUSTOMER, mailbox("wang@huadong.example"), "OVERRIDE"),
            tuple(UNKNOWN, name("Zoe"), "OVERRIDE"));
    assertThat(told.get("calls/2026/two"))
        .extracting(Participant::side)
        .containsExactly(REP, REP, CUSTOMER);
  }

  @Test
  void aLineThatCannotBeUsedIsNamedByNumberAndReason() {
    SpeakerTable table =
        table(
            """
            file,speaker,side,rep_email,contact_email
            ,Zoe,rep,,
            *,,rep,,
            *,Zoe,,,
            *,Zoe,boss,,
            *,Zoe,customer,ann@lumen.example,
            *,Zoe,,ann@lumen.example,bob@acre.example
            *,Zoe,Rep,,
            *,zoe,Customer,,
            *,"Max" M,rep,,
            """);

    assertThat(table.bad())
        .extracting(line -> line.recordNo() + " " + line.reason())
        .containsExactlyInAnyOrder(
            "1 NO_FILE",
            "2 NO_SPEAKER",
            "3 NO_SIDE",
            "4 BAD_SIDE",
            "5 TWO_SIDES",
            "6 TWO_SIDES",
            "8 SAME_SPEAKER",
            "9 BAD_CSV");
    assertThat(table.decisions()).hasSize(1);
  }

  private static SpeakerTable table(String text) {
    return SpeakerTable.of(
        SideTable.parse(
            SpeakerTable.PATH, null, text.getBytes(StandardCharsets.UTF_8), SpeakerTable.COLUMNS),
        PSEUDONYMS);
  }

  private static org.assertj.core.groups.Tuple introduced(String text) {
    List<SideHint> hints = new ArrayList<>(Introductions.in(List.of(text), PSEUDONYMS));
    Participant voice = resolved(voice(0, "Speaker 1", hints.toArray(SideHint[]::new))).get(0);
    return tuple(voice.side(), voice.personId(), voice.method());
  }

  private static Sides sides() {
    return new Sides(ROSTER, SideSketch.NO_TABLE, null);
  }

  private static List<Participant> resolved(Participant... voices) {
    return sides().resolve(Map.of("c", List.of(voices)), call -> call).get("c");
  }

  private static List<Participant> byChannel(Integer repChannel, Participant... voices) {
    return new Sides(ROSTER, SideSketch.NO_TABLE, repChannel)
        .resolve(Map.of("c", List.of(voices)), call -> call)
        .get("c");
  }

  private static Participant onChannel(int speakerNo, String label, String channel) {
    return voice(speakerNo, label, new SideHint(Kind.CHANNEL, channel));
  }

  private static Stream<Speaker> sides(Participant... voices) {
    return resolved(voices).stream().map(Participant::side);
  }

  private static Participant voice(int speakerNo, String label, SideHint... more) {
    List<SideHint> hints = new ArrayList<>(List.of(more));
    SpeakerLabel told = label == null ? null : SpeakerLabel.of(label);
    if (told != null) {
      hints.addAll(told.hints(PSEUDONYMS));
    }
    String hash = told == null ? null : told.hash(PSEUDONYMS);
    return new Participant("c", DAY, speakerNo, hash, hash, UNKNOWN, "NONE", 0, hints, null, "d");
  }

  private static String name(String name) {
    return PSEUDONYMS.person(Pseudonyms.normalisedName(name));
  }

  private static String mailbox(String mailbox) {
    return PSEUDONYMS.person(mailbox);
  }

  private static Rep rep(String name, String mailbox) {
    return new Rep(mailbox, mailbox(mailbox), name(name), name, null, null, null, "v");
  }

  private static Contact contact(String name, String mailbox) {
    return new Contact(
        mailbox, "A1", mailbox(mailbox), name(name), name, null, null, Instant.EPOCH, "v");
  }

  private static Account account(String id, String name, String domain) {
    return new Account(id, name, domain, null, null, null, Instant.EPOCH, "v");
  }
}
