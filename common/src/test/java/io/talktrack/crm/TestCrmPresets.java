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
