package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.crm.Contact;
import io.talktrack.crm.CrmExports;
import io.talktrack.crm.CrmMapping;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.inbox.QuarantinedInput;
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
            "2 accounts, 2 contacts, 2 reps, 2 opportunities from 5 files: 4 processed, 1 quarantined, 0 duplicates");
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

  private List<String> history() {
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
    Map<String, Set<?>> content = new HashMap<>();
    TABLES.forEach(table -> content.put(table.name(), intake.rows(table)));
    return content;
  }
}
