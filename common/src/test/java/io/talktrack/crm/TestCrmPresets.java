package io.talktrack.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All exports in here are made, after the published names of objects, labels and properties. */
class TestCrmPresets {
  private static final PersonIds PEOPLE =
      new PersonIds() {
        @Override
        public String ofMailbox(String mailbox) {
          return "m:" + mailbox;
        }

        @Override
        public String ofName(String name) {
          return "n:" + name;
        }
      };
  private static final CrmReader SALESFORCE = reader(CrmPreset.SALESFORCE);
  private static final CrmReader HUBSPOT = reader(CrmPreset.HUBSPOT);

  @Test
  void salesforcesApiNamesAreRead() throws CrmFormatException {
    CrmRead<Opportunity> read =
        SALESFORCE.opportunities(
            utf8(
                """
                "Id","IsDeleted","AccountId","Name","StageName","Amount","CloseDate","IsClosed","IsWon","OwnerId","CreatedDate","LastModifiedDate"
                "0061","0","0011","Acre - plan","Closed Won","12000.0","2026-08-31","1","1","0051","2026-05-04T09:00:00.000Z","2026-06-05T10:00:00.000+0000"
                "0062","1","0011","Acre - gone","Prospecting","","2026-08-31","0","0","0051","2026-05-04T09:00:00.000Z","2026-06-06T10:00:00.000Z"
                """),
            "crm/Opportunity.csv",
            KnownRows.NONE);

    assertThat(read.rows())
        .extracting(
            Opportunity::opportunityId,
            Opportunity::accountId,
            Opportunity::ownerRepId,
            Opportunity::amountMinor,
            Opportunity::isWon,
            Opportunity::knownAt)
        .containsExactly(
            tuple("0061", "0011", "0051", 1_200_000L, true, Instant.parse("2026-06-05T10:00:00Z")));
    assertThat(read.deleted())
        .extracting(gone -> gone.row().opportunityId(), CrmRead.Deleted::at)
        .containsExactly(tuple("0062", Instant.parse("2026-06-06T10:00:00Z")));
    assertThat(CrmKind.ofPath("crm/Opportunity.csv")).contains(CrmKind.OPPORTUNITIES);
    assertThat(CrmKind.ofPath("crm/OpportunityHistory.csv")).contains(CrmKind.OPPORTUNITY_HISTORY);
    assertThat(CrmKind.ofPath("crm/User.csv")).contains(CrmKind.REPS);
  }

  @Test
  void salesforcesReportLabelsAreRead() throws CrmFormatException {
    List<Account> accounts =
        SALESFORCE.accounts(utf8("Account ID,Account Name\n0011,Acre Foods\n"), "a.csv").rows();
    CrmRead<Opportunity> read =
        SALESFORCE.opportunities(
            utf8(
                """
                Opportunity ID,Account Name,Opportunity Name,Stage,Amount,Close Date,Opportunity Owner
                0061,Acre Foods,Plan,Prospecting,"12,000.00",2026-08-31,Ann Seller
                """),
            "crm/opportunities-2026-06-30.csv",
            KnownRows.of(List.of(), List.of()).withAccounts(accounts));

    assertThat(read.rows())
        .extracting(Opportunity::accountId, Opportunity::ownerRepId, Opportunity::knownAt)
        .containsExactly(tuple("0011", "n:Ann Seller", Instant.parse("2026-06-30T23:59:59.999Z")));
  }

  @Test
  void hubspotsLabelsAreRead() throws CrmFormatException {
    List<Account> accounts =
        HUBSPOT
            .accounts(
                utf8("Record ID,Company name,Company Domain Name\n77,Acre Foods,acre.example\n"),
                "c.csv")
            .rows();
    KnownRows known = KnownRows.NONE.withAccounts(accounts);
    CrmRead<Opportunity> deals =
        HUBSPOT.opportunities(
            utf8(
                """
                Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Associated Company,Last Modified Date
                901,Acre plan,Closed Won (Sales Pipeline),2026-08-31 10:00,Ann Seller,12000,Acre Foods,2026-06-05 10:00
                902,Acre more,appointmentscheduled,2026-09-30 10:00,Ann Seller,,Acre Foods,2026-06-05 10:00
                """),
            "crm/hubspot-crm-exports-all-deals-2026-06-30.csv",
            known);
    List<Contact> contacts =
        HUBSPOT
            .contacts(
                utf8(
                    """
                    Record ID,First Name,Last Name,Email,Associated Company IDs
                    5,Bob,Buyer,bob@acre.example,77;78
                    """),
                "contacts.csv",
                known)
            .rows();

    assertThat(deals.rows())
        .extracting(
            Opportunity::opportunityId,
            Opportunity::accountId,
            Opportunity::isWon,
            Opportunity::closeDate)
        .containsExactly(
            tuple("901", "77", true, LocalDate.of(2026, 8, 31)),
            tuple("902", "77", false, LocalDate.of(2026, 9, 30)));
    assertThat(contacts)
        .extracting(Contact::name, Contact::accountId)
        .containsExactly(tuple("Bob Buyer", "77"));
    assertThat(CrmKind.ofPath("crm/hubspot-crm-exports-all-deals-2026-06-30.csv"))
        .contains(CrmKind.OPPORTUNITIES);
  }

  @Test
  void salesforcesRecordsAreReadFromJsonLinesAndABadOneLeavesItsNeighbours()
      throws CrmFormatException {
    CrmRead<Opportunity> read =
        SALESFORCE.opportunities(
            utf8(
                """
                {"attributes":{"type":"Opportunity"},"Id":"0061","IsDeleted":false,"AccountId":"0011","Name":"Acre - plan","StageName":"Closed Won","Amount":12000.5,"CloseDate":"2026-08-31","IsClosed":true,"IsWon":true,"Owner":{"attributes":{"type":"User"},"Name":"Ann Seller"},"OwnerId":"0051","LastModifiedDate":"2026-06-05T10:00:00.000+0000"}
                {"Id":"0062","StageName":"Prospecting","Amount":"a lot","LastModifiedDate":"2026-06-05T10:00:00.000+0000"}
                {"Id":"0063","StageName":"Prospecting",
                {"Id":"0064","IsDeleted":true,"StageName":"Prospecting","Amount":null,"LastModifiedDate":"2026-06-06T10:00:00.000Z"}
                """),
            "crm/Opportunity.jsonl",
            KnownRows.NONE);
    CrmRead<OpportunityState> history =
        SALESFORCE.history(
            utf8(
                """
                {"OpportunityId":"0061","CreatedDate":"2026-05-04T09:00:00.000+0000","StageName":"Prospecting","Amount":9000,"CloseDate":"2026-08-31","ForecastCategory":"Pipeline"}
                {"OpportunityId":"0061","StageName":"Closed Won"}
                """),
            "crm/OpportunityHistory.jsonl",
            KnownRows.of(List.of(), read.rows()));

    assertThat(read.rows())
        .extracting(
            Opportunity::opportunityId,
            Opportunity::ownerRepId,
            Opportunity::amountMinor,
            Opportunity::isWon)
        .containsExactly(tuple("0061", "0051", 1_200_050L, true));
    assertThat(read.deleted())
        .extracting(gone -> gone.row().opportunityId(), CrmRead.Deleted::at)
        .containsExactly(tuple("0064", Instant.parse("2026-06-06T10:00:00Z")));
    assertThat(read.bad())
        .containsExactly(
            new BadRecord(2, "amount is not a number written in the style POINT"),
            new BadRecord(3, "the line is not JSON, or nested or written beyond the limits"));
    assertThat(history.rows())
        .extracting(
            OpportunityState::accountId,
            OpportunityState::amountMinor,
            OpportunityState::forecastCategory)
        .containsExactly(tuple("0011", 900_000L, "Pipeline"));
    assertThat(history.bad()).containsExactly(new BadRecord(2, "changed_at is empty"));
  }

  @Test
  void hubspotsObjectsAreReadFromJsonLinesAndABadOneLeavesItsNeighbours()
      throws CrmFormatException {
    CrmRead<Account> accounts =
        HUBSPOT.accounts(
            utf8(
                """
                {"id":"77","properties":{"name":"Acre Foods","domain":"acre.example","numberofemployees":"120","country":"UK","hs_lastmodifieddate":"2026-06-05T10:00:00.000Z"},"archived":false}
                {"id":"78","properties":{"name":null,"hs_lastmodifieddate":"2026-06-05T10:00:00.000Z"},"archived":false}
                {"id":"79","properties":{"name":"Birch"},"archived":true}
                """),
            "crm/companies.jsonl");
    CrmRead<Contact> contacts =
        HUBSPOT.contacts(
            utf8(
                """
                {"id":"5","properties":{"firstname":"Bob","lastname":"Buyer","email":"bob@acre.example","associatedcompanyid":"77","hs_buying_role":"DECISION_MAKER","createdate":"2026-05-04T09:00:00Z"},"archived":false}
                {"id":"6","properties":{"firstname":"Eve","associatedcompanyid":null},"archived":false}
                """),
            "crm/contacts.jsonl",
            KnownRows.NONE);
    CrmRead<Opportunity> deals =
        HUBSPOT.opportunities(
            utf8(
                """
                {"id":"901","properties":{"dealname":"Acre plan","dealstage":"closedwon","amount":"12000","closedate":"2026-08-31T10:00:00Z","hubspot_owner_id":"31","hs_primary_associated_company":"77","hs_lastmodifieddate":"2026-06-05T10:00:00.123Z"},"archived":false}
                {"id":"902","properties":{"dealname":"Acre more","hs_lastmodifieddate":"2026-06-05T10:00:00Z"},"archived":false}
                {"id":"903","properties":{"dealstage":"4711","hs_is_closed":"true","hs_is_closed_won":"false","closed_lost_reason":"Price","hs_lastmodifieddate":"2026-06-06T10:00:00Z"},"archived":false}
                """),
            "crm/deals.jsonl",
            KnownRows.NONE);

    assertThat(accounts.rows())
        .extracting(Account::accountId, Account::employees, Account::country)
        .containsExactly(tuple("77", 120, "UK"));
    assertThat(accounts.deleted()).extracting(gone -> gone.row().accountId()).containsExactly("79");
    assertThat(accounts.bad()).containsExactly(new BadRecord(2, "name is empty"));
    assertThat(contacts.rows())
        .extracting(Contact::name, Contact::accountId, Contact::buyingRole)
        .containsExactly(tuple("Bob Buyer", "77", "DECISION_MAKER"));
    assertThat(contacts.bad()).containsExactly(new BadRecord(2, "account_id is empty"));
    assertThat(deals.rows())
        .extracting(
            Opportunity::opportunityId,
            Opportunity::accountId,
            Opportunity::ownerRepId,
            Opportunity::isClosed,
            Opportunity::isWon,
            Opportunity::lossReason)
        .containsExactly(
            tuple("901", "77", "31", true, true, null),
            tuple("903", null, null, true, false, "Price"));
    assertThat(deals.bad()).containsExactly(new BadRecord(2, "stage is empty"));
  }

  @Test
  void aRequiredColumnThatIsMissingIsNamedWithAllItsNames() {
    assertThatThrownBy(() -> HUBSPOT.accounts(utf8("Record ID,City\n1,Ely\n"), "crm/companies.csv"))
        .isInstanceOf(CrmFormatException.class)
        .hasMessageContaining("no column 'Company name|Name|properties.name' for name.");
  }

  @Test
  void aRowOfEverySnapshotInOneFileIsKept() throws CrmFormatException {
    CrmRead<Opportunity> read =
        reader(CrmPreset.OWN)
            .opportunities(
                utf8(
                    """
                    opportunity_id,stage,snapshot_date
                    O1,Discovery,2026-05-31
                    O1,Proposal,2026-06-30
                    """),
                "opportunities.csv",
                KnownRows.NONE);

    assertThat(read.rows()).extracting(Opportunity::stage).containsExactly("Discovery", "Proposal");
    assertThat(read.snapshots().keySet())
        .containsExactly(
            Instant.parse("2026-05-31T23:59:59.999Z"), Instant.parse("2026-06-30T23:59:59.999Z"));
  }

  @Test
  void aMonthInAFilesNameIsNoSnapshot() {
    assertThat(SnapshotDate.inName("crm/2025-01-01/deals_20260701.csv"))
        .contains(LocalDate.of(2026, 7, 1));
    assertThat(SnapshotDate.inName("crm/export-2026-07-01.zip!/2025-01-01/deals.csv"))
        .contains(LocalDate.of(2026, 7, 1));
    assertThat(SnapshotDate.inName("crm/accounts-2026-07.csv")).isEmpty();
    assertThat(SnapshotDate.inName("crm/deals-2026-13-41.csv")).isEmpty();
  }

  private static CrmReader reader(CrmPreset preset) {
    return new CrmReader(
        CrmMapping.own().withPreset(preset).withAmounts(DecimalStyle.POINT, "USD"),
        PEOPLE,
        ZoneOffset.UTC);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
