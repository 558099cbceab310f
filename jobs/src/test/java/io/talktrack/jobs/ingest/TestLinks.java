package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.CallLink;
import io.talktrack.call.Source;
import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.crm.Rep;
import io.talktrack.jobs.ingest.Links.Conversation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestLinks {
  private final List<Opportunity> opportunities = new ArrayList<>();
  private final List<OpportunityChange> history = new ArrayList<>();

  @Test
  void theOpportunityThatTheSideCarNamesBringsItsOwnAccount() {
    open("O1", "A1", "R1", 1);
    open("O2", "A2", "R2", 1);

    CallLink link = link(10, Set.of("bob"), Set.of(), "Acre", "O2");

    assertThat(told(link)).isEqualTo("SIDE_CAR A2 O2");
  }

  @Test
  void theSideCarMayNameAnAccountByItsIdOrName() {
    open("O1", "A1", "R1", 1);

    assertThat(told(link(10, Set.of(), Set.of(), "acre", null))).isEqualTo("SIDE_CAR A1 O1");
    assertThat(told(link(10, Set.of(), Set.of(), "A1", null))).isEqualTo("SIDE_CAR A1 O1");
  }

  @Test
  void peopleCountBeforeDomains() {
    open("O1", "A1", "R1", 1);

    assertThat(told(link(10, Set.of("bob"), Set.of("bolt.example"), null, null)))
        .isEqualTo("PARTICIPANT A1 O1");
    assertThat(told(link(10, Set.of(), Set.of("ACRE.example"), null, null)))
        .isEqualTo("DOMAIN A1 O1");
  }

  @Test
  void peopleOfTwoAccountsTellNone() {
    open("O1", "A1", "R1", 1);

    assertThat(told(link(10, Set.of("bob", "wang"), Set.of(), null, null)))
        .isEqualTo("NONE null null");
  }

  @Test
  void onlyADealOfThatTimeIsMeant() {
    open("O1", "A1", "R1", 1);
    close("O1", "A1", "R1", 30);
    open("O2", "A1", "R1", 61);

    assertThat(opportunity(10)).isEqualTo("O1");
    assertThat(opportunity(43)).as("thirteen days after it closed").isEqualTo("O1");
    assertThat(opportunity(45)).as("closed for long, the next is far").isNull();
    assertThat(opportunity(48)).as("thirteen days before it was opened").isEqualTo("O2");
    assertThat(opportunity(90)).isEqualTo("O2");
  }

  @Test
  void aDealThatWasLostMayBeOpenAgain() {
    open("O1", "A1", "R1", 1);
    close("O1", "A1", "R1", 30);
    change("O1", "A1", "R1", 80, "Discovery", false);

    assertThat(opportunity(60)).isNull();
    assertThat(opportunity(90)).isEqualTo("O1");
  }

  @Test
  void aDealIsThereFromTheDayItWasCreatedAlsoWithoutItsHistory() {
    created("O1", "A1", "R1", 20, 100);

    assertThat(opportunity(10)).isEqualTo("O1");
    assertThat(opportunity(5)).isNull();
  }

  @Test
  void whoBelongsToTwoAccountsTellsNone() {
    open("O1", "A1", "R1", 1);

    assertThat(told(link(10, Set.of("both"), Set.of(), null, null))).isEqualTo("NONE null null");
    assertThat(told(link(10, Set.of("both", "bob"), Set.of(), null, null)))
        .isEqualTo("PARTICIPANT A1 O1");
  }

  @Test
  void ofSeveralRepsTheOwnerOfTheDealIsMeant() {
    open("O1", "A1", "R2", 1);

    assertThat(link(10, Set.of("bob", "ann", "lina"), Set.of(), null, null).repId())
        .isEqualTo("R2");
    assertThat(link(10, Set.of("ann", "lina"), Set.of(), null, null).repId()).isEqualTo("R1");
  }

  @Test
  void twoDealsOfTwoRepsOnOneCallTellNone() {
    open("O1", "A1", "R1", 1);
    open("O2", "A1", "R2", 1);

    CallLink found = link(10, Set.of("bob", "ann", "lina"), Set.of(), null, null);

    assertThat(told(found)).isEqualTo("PARTICIPANT A1 null");
    assertThat(found.repId()).isEqualTo("R1");
  }

  @Test
  void theRepWhoOwnsSeveralOpenDealsIsTheRepEvenWhereNoneIsMeant() {
    open("O1", "A1", "R2", 1);
    open("O2", "A1", "R2", 1);

    CallLink found = link(10, Set.of("bob", "ann", "lina"), Set.of(), null, null);

    assertThat(told(found)).isEqualTo("PARTICIPANT A1 null");
    assertThat(found.repId()).isEqualTo("R2");
  }

  @Test
  void ofTwoOpenDealsTheRepsOwnIsMeantAndElseNone() {
    open("O1", "A1", "R1", 1);
    open("O2", "A1", "R2", 1);

    assertThat(link(10, Set.of("bob", "ann"), Set.of(), null, null).opportunityId())
        .isEqualTo("O1");
    assertThat(link(10, Set.of("bob"), Set.of(), null, null).opportunityId()).isNull();
    open("O3", "A1", "R1", 1);
    assertThat(link(10, Set.of("bob", "ann"), Set.of(), null, null).opportunityId()).isNull();
  }

  private String opportunity(int day) {
    return link(day, Set.of("bob"), Set.of(), null, null).opportunityId();
  }

  private CallLink link(
      int day, Set<String> people, Set<String> domains, String account, String opportunity) {
    Links links =
        new Links(
            List.of(account("A1", "Acre", "acre.example"), account("A2", "Bolt", "bolt.example")),
            List.of(
                contact("A1", "bob"),
                contact("A2", "wang"),
                contact("A1", "both"),
                contact("A2", "both")),
            List.of(rep("R1", "ann"), rep("R2", "lina")),
            opportunities,
            history);
    return links.of(
        new Conversation(
            Source.CALL,
            "c1",
            LocalDate.ofEpochDay(day),
            at(day),
            people,
            domains,
            null,
            account,
            opportunity,
            "v"));
  }

  private static String told(CallLink link) {
    return "%s %s %s".formatted(link.method(), link.accountId(), link.opportunityId());
  }

  private void open(String id, String account, String rep, int day) {
    created(id, account, rep, null, day);
  }

  private void created(String id, String account, String rep, Integer createdDay, int day) {
    opportunities.add(
        new Opportunity(
            id,
            account,
            id,
            rep,
            null,
            null,
            createdDay == null ? null : LocalDate.ofEpochDay(createdDay),
            null,
            "Discovery",
            false,
            false,
            null,
            at(day),
            "v"));
    change(id, account, rep, day, "Discovery", false);
  }

  private void close(String id, String account, String rep, int day) {
    change(id, account, rep, day, "Closed Lost", true);
  }

  private void change(
      String id, String account, String rep, int day, String stage, boolean isClosed) {
    history.add(
        new OpportunityChange(
            id, at(day), null, stage, null, null, null, null, isClosed, false, rep, account,
            at(day), "v"));
  }

  private static Instant at(int day) {
    return Instant.EPOCH.plusSeconds(day * 86_400L);
  }

  private static Account account(String id, String name, String domain) {
    return new Account(id, name, domain, null, null, null, Instant.EPOCH, "v");
  }

  private static Contact contact(String account, String person) {
    return new Contact(person, account, person, person, person, null, null, Instant.EPOCH, "v");
  }

  private static Rep rep(String id, String person) {
    return new Rep(id, person, person, person, null, null, null, "v");
  }
}
