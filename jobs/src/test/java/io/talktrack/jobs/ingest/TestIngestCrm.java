package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.CrmExports;
import io.talktrack.crm.CrmMapping;
import io.talktrack.crm.CrmPreset;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.crm.Rep;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.jobs.TinyCompany;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestIngestCrm {
  private static final List<Table<? extends Record>> TABLES =
      List.of(
          Tables.ACCOUNTS,
          Tables.CONTACTS,
          Tables.REPS,
          Tables.OPPORTUNITIES,
          Tables.OPPORTUNITY_HISTORY);
  private static final String OPPORTUNITIES =
      """
      opportunity_id,account_id,name,owner_rep_id,amount,currency,created_date,close_date,stage,modified_at
      O1,A1,Acre - plan,R1,12000,GBP,2026-05-20,2026-08-31,%s,%s
      """;

  @TempDir private Path folder;
  private Intake intake;

  @BeforeEach
  void withACrm() throws IOException {
    intake = new Intake(folder);
    intake.company().putCrm();
  }

  @Test
  void whoIsCalledUnknownIsNobody() throws IOException {
    intake
        .company()
        .put("crm/contacts.csv", "account_id,name,email\nA1,(unknown),\nA1,Bob,b@acre.example\n");
    intake
        .company()
        .put(
            "crm/opportunities.csv",
            "opportunity_id,stage,owner_name,modified_at\nO1,Discovery,(no owner),2026-05-01\n");
    intake.crm().run();

    assertThat(intake.rows(Tables.CONTACTS)).extracting(Contact::name).containsExactly("Bob");
    assertThat(intake.rows(Tables.OPPORTUNITIES))
        .extracting(Opportunity::ownerRepId)
        .containsExactly((String) null);
    assertThat(intake.rows(Tables.QUARANTINE))
        .extracting(QuarantinedInput::detail)
        .containsExactly("name and email are empty");
  }

  @Test
  void aSecondRunChangesNothingAndEveryInputIsAccountedFor() throws IOException {
    intake.company().put("crm/weather.csv", "day,rain\n1,yes\n");

    assertThat(intake.crm().run().message())
        .isEqualTo(
            "2 accounts, 2 contacts, 2 reps, 2 opportunities from 5 files: 4 processed, 1"
                + " quarantined, 0 duplicates");
    Map<String, Set<?>> before = content();
    assertThat(intake.crm().run().message()).isEqualTo("no file is new or changed");

    assertThat(content()).isEqualTo(before);
    assertThat(before.values()).allSatisfy(rows -> assertThat(rows).hasSize(2));
  }

  @Test
  void whatAnEarlierExportToldStaysHistory() throws IOException {
    intake
        .company()
        .put("crm/opportunities.csv", OPPORTUNITIES.formatted("Discovery", "2026-05-20T09:00:00Z"));
    intake.crm().run();
    intake
        .company()
        .put("crm/opportunities.csv", OPPORTUNITIES.formatted("Proposal", "2026-06-20T09:00:00Z"));
    intake.crm().run();

    assertThat(intake.rows(Tables.OPPORTUNITIES))
        .extracting(Opportunity::stage)
        .containsExactly("Proposal");
    assertThat(intake.rows(Tables.OPPORTUNITY_HISTORY))
        .extracting(OpportunityChange::stage, change -> change.validTo() == null)
        .containsExactlyInAnyOrder(tuple("Discovery", false), tuple("Proposal", true));
  }

  @Test
  void snapshotsOfDifferentDaysAreHistoryAndOneThatLacksARowEndsItWhereExportsAreFull()
      throws IOException {
    String header = "opportunity_id,account_id,stage\n";
    intake.company().delete("crm/opportunities.csv");
    intake.company().put("crm/opportunities-2026-06-30.csv", header + "O1,A1,Proposal\n");
    intake
        .company()
        .put("crm/opportunities-2026-05-31.csv", header + "O1,A1,Discovery\nO2,A2,Discovery\n");
    CrmMapping full = CrmMapping.own().withExports(CrmExports.FULL);

    intake.crm(full).run();

    assertThat(intake.rows(Tables.OPPORTUNITIES))
        .extracting(Opportunity::opportunityId, Opportunity::stage)
        .containsExactly(tuple("O1", "Proposal"));
    assertThat(history())
        .containsExactlyInAnyOrder(
            "O1 Discovery 2026-05-31 2026-06-30",
            "O1 Proposal 2026-06-30 null",
            "O2 Discovery 2026-05-31 2026-06-30");

    // a snapshot that comes late takes its place, and one that lists the row again revives it
    intake.company().put("crm/opportunities-2026-06-15.csv", header + "O1,A1,Proposal\n");
    intake
        .company()
        .put("crm/opportunities-2026-07-31.csv", header + "O1,A1,Proposal\nO2,A2,Proposal\n");
    intake.crm(full).run();

    assertThat(history())
        .containsExactlyInAnyOrder(
            "O1 Discovery 2026-05-31 2026-06-15",
            "O1 Proposal 2026-06-15 null",
            "O2 Discovery 2026-05-31 2026-06-15",
            "O2 Proposal 2026-07-31 null");
  }

  @Test
  void whereEveryOpportunityIsDeletedNoneIsLeft() throws IOException {
    String header = "opportunity_id,account_id,stage,is_deleted\n";
    intake.company().delete("crm/opportunities.csv");
    intake.company().put("crm/opportunities-2026-05-31.csv", header + "O1,A1,Discovery,false\n");
    intake.crm().run();
    assertThat(intake.rows(Tables.OPPORTUNITIES)).hasSize(1);

    intake.company().put("crm/opportunities-2026-06-30.csv", header + "O1,A1,Discovery,true\n");
    intake.crm().run();

    assertThat(intake.rows(Tables.OPPORTUNITIES)).isEmpty();
    assertThat(history()).containsExactly("O1 Discovery 2026-05-31 2026-06-30");
  }

  @Test
  void theRowModifiedLastHoldsInWhicheverFileAndOrderItComes() throws IOException {
    Map<String, Set<?>> expected = null;
    for (String older : List.of("_1", "_2")) {
      String newer = older.equals("_1") ? "_2" : "_1";
      for (List<List<String>> runs :
          List.of(
              List.of(List.of(older, newer)),
              List.of(List.of(older), List.of(newer)),
              List.of(List.of(newer), List.of(older)))) {
        Intake crm = new Intake(folder.resolve("older" + older + runs.size() + runs.get(0)));
        for (List<String> suffixes : runs) {
          for (String suffix : suffixes) {
            putPart(crm, suffix, suffix.equals(newer));
          }
          crm.crm().run();
        }

        Map<String, Set<?>> content = content(crm);
        expected = expected == null ? content : expected;
        assertThat(content).as("older in %s, runs %s", older, runs).isEqualTo(expected);
        assertThat(crm.rows(Tables.ACCOUNTS))
            .extracting(Account::accountId, Account::name)
            .containsExactlyInAnyOrder(tuple("A1", "Acre new"), tuple("A3", "Only old"));
        assertThat(crm.rows(Tables.CONTACTS))
            .extracting(Contact::contactId, Contact::title)
            .containsExactlyInAnyOrder(tuple("C1", "Head of Plan"));
        assertThat(crm.rows(Tables.REPS))
            .extracting(Rep::repId, Rep::team)
            .containsExactly(tuple("R1", "West"));
        assertThat(crm.rows(Tables.OPPORTUNITIES))
            .extracting(Opportunity::opportunityId, Opportunity::stage, Opportunity::ownerRepId)
            .containsExactly(tuple("O1", "Proposal", "R1"));
        assertThat(history(crm))
            .containsExactlyInAnyOrder(
                "O1 Discovery 2026-05-02 2026-06-02",
                "O1 Proposal 2026-06-02 null",
                "O2 Discovery 2026-05-02 2026-06-03");
      }
    }
  }

  private static void putPart(Intake crm, String suffix, boolean isNewer) throws IOException {
    TinyCompany company = crm.company();
    company.put(
        "crm/accounts%s.csv".formatted(suffix),
        "account_id,name,modified_at,is_deleted\n"
            + (isNewer
                ? "A1,Acre new,2026-06-02,false\nA2,Gone,2026-06-03,true\n"
                : "A1,Acre old,2026-05-02,no\nA2,B,2026-05-02,no\nA3,Only old,2026-05-02,no\n"));
    company.put(
        "crm/contacts%s.csv".formatted(suffix),
        "contact_id,account_id,name,title,modified_at,is_deleted\n"
            + (isNewer
                ? "C1,A1,Bob Buyer,Head of Plan,2026-06-02,no\nC2,A1,Eve Gone,,2026-06-03,yes\n"
                : "C1,A1,Bob Buyer,Planner,2026-05-02,no\nC2,A1,Eve Gone,,2026-05-02,no\n"));
    company.put(
        "crm/reps%s.csv".formatted(suffix),
        "rep_id,name,team,modified_at\n"
            + (isNewer ? "R1,Ann Seller,West,2026-06-02\n" : "R1,Ann Seller,East,2026-05-02\n"));
    company.put(
        "crm/opportunities%s.csv".formatted(suffix),
        "opportunity_id,account_id,owner_name,stage,modified_at,is_deleted\n"
            + (isNewer
                ? "O1,A1,Ann Seller,Proposal,2026-06-02,no\nO2,A1,,Discovery,2026-06-03,yes\n"
                : "O1,A1,Ann Seller,Discovery,2026-05-02,no\nO2,A1,,Discovery,2026-05-02,no\n"));
  }

  @Test
  void withoutTimesTheLaterExportHoldsAndWhereAllAreDeletedNoneIsLeft() throws IOException {
    String accounts = "account_id,name,is_deleted\n";
    String contacts = "contact_id,account_id,name,is_deleted\n";
    intake.company().delete("crm/accounts.csv");
    intake.company().delete("crm/contacts.csv");
    intake.company().put("crm/accounts-2026-05-31.csv", accounts + "A1,Acre,true\nA2,B,false\n");
    intake.company().put("crm/accounts-2026-06-30.csv", accounts + "A1,Acre,false\nA2,B,true\n");
    intake.company().put("crm/contacts-2026-05-31.csv", contacts + "C1,A1,Bob Buyer,false\n");
    intake.crm().run();

    assertThat(intake.rows(Tables.ACCOUNTS)).extracting(Account::accountId).containsExactly("A1");
    assertThat(intake.rows(Tables.CONTACTS)).extracting(Contact::contactId).containsExactly("C1");

    intake.company().put("crm/accounts-2026-07-31.csv", accounts + "A1,Acre,true\n");
    intake.company().put("crm/contacts-2026-06-30.csv", contacts + "C1,A1,Bob Buyer,true\n");
    intake.crm().run();

    assertThat(intake.rows(Tables.ACCOUNTS)).isEmpty();
    assertThat(intake.rows(Tables.CONTACTS)).isEmpty();
  }

  @Test
  void aBadLineOfJsonIsQuarantinedAndItsNeighboursAreKept() throws IOException {
    String deal =
        """
        {"Id":"%s","StageName":"Proposal","LastModifiedDate":"2026-06-0%dT10:00:00Z"}
        """;
    Intake salesforce = new Intake(folder.resolve("salesforce"));
    salesforce
        .company()
        .put(
            "crm/Opportunity.jsonl",
            deal.formatted("006A", 1) + "{\"Id\":\"006B\",\n" + deal.formatted("006C", 2));
    salesforce.crm(CrmMapping.own().withPreset(CrmPreset.SALESFORCE)).run();
    String company = "{\"id\":\"%s\",\"properties\":{\"name\":%s},\"archived\":false}\n";
    Intake hubspot = new Intake(folder.resolve("hubspot"));
    hubspot
        .company()
        .put(
            "crm/companies.jsonl",
            company.formatted("7", "\"Acre\"")
                + company.formatted("8", "null")
                + company.formatted("9", "\"Birch\""));
    hubspot.crm(CrmMapping.own().withPreset(CrmPreset.HUBSPOT)).run();

    assertThat(salesforce.rows(Tables.OPPORTUNITIES))
        .extracting(Opportunity::opportunityId)
        .containsExactlyInAnyOrder("006A", "006C");
    assertThat(salesforce.rows(Tables.QUARANTINE))
        .extracting(QuarantinedInput::recordNo, QuarantinedInput::detail)
        .containsExactly(tuple(2, "the line is not JSON, or nested or written beyond the limits"));
    assertThat(hubspot.rows(Tables.ACCOUNTS))
        .extracting(Account::name)
        .containsExactlyInAnyOrder("Acre", "Birch");
    assertThat(hubspot.rows(Tables.QUARANTINE))
        .extracting(QuarantinedInput::recordNo, QuarantinedInput::detail)
        .containsExactly(tuple(2, "name is empty"));
  }

  private List<String> history() {
    return history(intake);
  }

  private static List<String> history(Intake intake) {
    return intake.rows(Tables.OPPORTUNITY_HISTORY).stream()
        .map(
            one ->
                "%s %s %s %s"
                    .formatted(
                        one.opportunityId(), one.stage(), day(one.validFrom()), day(one.validTo())))
        .toList();
  }

  private static LocalDate day(Instant instant) {
    return instant == null ? null : LocalDate.ofInstant(instant, ZoneId.of("Europe/London"));
  }

  private Map<String, Set<?>> content() {
    return content(intake);
  }

  private static Map<String, Set<?>> content(Intake intake) {
    Map<String, Set<?>> content = new HashMap<>();
    TABLES.forEach(table -> content.put(table.name(), intake.rows(table)));
    return content;
  }
}
