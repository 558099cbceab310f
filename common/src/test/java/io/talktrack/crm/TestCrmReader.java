package io.talktrack.crm;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestCrmReader {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String OPPORTUNITIES =
      "opportunity_id,account_id,name,owner_rep_id,amount,currency,created_date,close_date,stage,"
          + "is_closed,is_won,loss_reason,modified_at\n";
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
  private static final CrmReader OWN = new CrmReader(CrmMapping.own(), PEOPLE, LONDON);

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static CrmRead<Opportunity> opportunities(String rows) throws CrmFormatException {
    return OWN.opportunities(utf8(OPPORTUNITIES + rows), "crm/opportunities.csv", KnownRows.NONE);
  }

  @Test
  void ownColumnsNeedNoMapping() throws CrmFormatException {
    Opportunity row =
        opportunities(
                "OPP-1,ACC-1,\"Plan, three depots\",R01,96000.50,GBP,2026-04-07,2026-06-26,"
                    + "Closed Won,true,true,,2026-06-26T15:42:00Z\n")
            .rows()
            .get(0);

    assertThat(row)
        .isEqualTo(
            new Opportunity(
                "OPP-1",
                "ACC-1",
                "Plan, three depots",
                "R01",
                9_600_050L,
                "GBP",
                LocalDate.of(2026, 4, 7),
                LocalDate.of(2026, 6, 26),
                "Closed Won",
                true,
                true,
                null,
                Instant.parse("2026-06-26T15:42:00Z"),
                row.sourceVersion()));
    assertThat(row.sourceVersion()).matches("[0-9a-f]{32}");
  }

  @Test
  void yenHaveNoMinorUnit() throws CrmFormatException {
    CrmRead<Opportunity> read =
        opportunities(
            """
            A,,,,5000000,JPY,,,Discovery,,,,2026-05-01
            B,,,,100.50,JPY,,,Discovery,,,,2026-05-01
            """);

    assertThat(read.rows()).extracting(Opportunity::amountMinor).containsExactly(5_000_000L);
    assertThat(read.bad())
        .containsExactly(
            new BadRecord(2, "amount has more than the 0 decimals of JPY, or is too large"));
  }

  @Test
  void badRecordsLeaveTheirNeighboursAlone() throws CrmFormatException {
    CrmRead<Opportunity> read =
        opportunities(
            """
            A,,,,1,GBP,,,Discovery,,,,2026-05-01
            B,,,,many,GBP,,,Discovery,,,,2026-05-01
            C,,"never closed,,1,GBP,,,Discovery,,,,2026-05-01
            D,,"a, b",,1,GBP,,,Discovery,,,,2026-05-01
            E,too,short
            F,,,,1,GBP,,31-31-2026,Discovery,,,,2026-05-01

            ,,,,,,,,,,,,
            G,,"two
            lines",,1,GBP,,,Discovery,,,,2026-05-01
            H,,,,1,GBP,,,Discovery,perhaps,,,2026-05-01
            I,,,,1,GBP,,,Discovery,,,,
            J,,,,1,GBP,,2026-02-31,,,,,2026-05-01\
            """);

    assertThat(read.rows()).extracting(Opportunity::opportunityId).containsExactly("A", "D", "G");
    assertThat(read.bad())
        .containsExactly(
            new BadRecord(2, "amount is not a number written in the style POINT"),
            new BadRecord(3, "a quote is not closed, or text follows a closed quote"),
            new BadRecord(5, "3 values where the header has 13"),
            new BadRecord(6, "close_date is not a date of ISO 8601 or of the mapping's patterns"),
            new BadRecord(8, "is_closed is neither yes nor no"),
            new BadRecord(9, "modified_at is empty and the mapping has no snapshot date"),
            new BadRecord(10, "close_date is not a date of ISO 8601 or of the mapping's patterns"));
    assertThat(read.records()).isEqualTo(10);
  }

  @Test
  void aDateThatStandsForNoneOrThatNoTableHoldsCostsItsRecord() throws CrmFormatException {
    CrmRead<Opportunity> read =
        opportunities(
            """
            A,,,,1,GBP,,9999-12-31,Discovery,,,,2026-05-01
            B,,,,1,GBP,,0001-01-01,Discovery,,,,2026-05-01
            C,,,,1,GBP,,,Discovery,,,,+292278994-08-17T07:12:55Z\
            """);

    assertThat(read.rows()).extracting(Opportunity::opportunityId).containsExactly("A");
    assertThat(read.bad())
        .containsExactly(
            new BadRecord(2, "close_date is not of the years 1900 to 9999"),
            new BadRecord(3, "modified_at is not of the years 1900 to 9999"));
  }

  @Test
  void ofTwoRecordsOfOneKeyTheLaterModifiedCounts() throws CrmFormatException {
    CrmRead<Opportunity> read =
        opportunities(
            """
            A,,,,3,GBP,,,Proposal,,,,2026-05-03
            A,,,,1,GBP,,,Discovery,,,,2026-05-01
            B,,,,1,GBP,,,Discovery,,,,2026-05-01
            B,,,,2,GBP,,,Proposal,,,,2026-05-01
            """);

    assertThat(read.rows()).extracting(Opportunity::amountMinor).containsExactly(300L, 200L);
    assertThat(read.duplicates()).isEqualTo(2);
    assertThat(read.records()).isEqualTo(4);
  }

  @Test
  void missingColumnIsNamedWithWhatWasFound() {
    CrmMapping mapping =
        CrmMapping.own()
            .withColumns(
                CrmKind.ACCOUNTS, Map.of("account_id", "account_number", "name", "account"));

    assertThatThrownBy(
            () ->
                new CrmReader(mapping, PEOPLE, LONDON)
                    .accounts(utf8("account,account_numbr\nx,1\n"), "crm/a.csv"))
        .isInstanceOf(CrmFormatException.class)
        .hasMessage(
            "Cannot read crm/a.csv as accounts: it has no column 'account_number' for account_id."
                + " Did you mean 'account_numbr'? Found: account, account_numbr."
                + " Correct the mapping or the export.");
  }

  @Test
  void ownOptionalColumnMayBeAbsentButNotMisspelt() throws CrmFormatException {
    assertThat(OWN.accounts(utf8("account_id,name\n1,x\n"), "a.csv").rows()).hasSize(1);
    assertThatThrownBy(
            () -> OWN.accounts(utf8("account_id,name,domian2,employes\n1,x,,\n"), "a.csv"))
        .hasMessageContaining("no column 'employees'")
        .hasMessageContaining("Did you mean 'employes'?");
  }

  @Test
  void emptyFileHasNoHeader() {
    assertThatThrownBy(() -> OWN.accounts(new byte[0], "a.csv"))
        .hasMessage(
            "Cannot read a.csv: its first line is no header row."
                + " Export it as CSV with a header row.");
  }

  @Test
  void delimiterAndMarksAreTold() throws CrmFormatException {
    String semicolons = "sep=;\r\naccount_id;name;employees\r\n1;Müller, Söhne;1.200\r\n";
    CrmReader reader =
        new CrmReader(CrmMapping.own().withAmounts(DecimalStyle.COMMA, "EUR"), PEOPLE, LONDON);
    Account expected =
        reader
            .accounts(utf8("account_id\tname\temployees\n1\tMüller, Söhne\t1.200"), "a.tsv")
            .rows()
            .get(0);

    assertThat(expected.employees()).isEqualTo(1200);
    assertThat(expected.name()).isEqualTo("Müller, Söhne");
    for (byte[] content :
        List.of(
            utf8("\ufeff" + semicolons),
            ("\ufeff" + semicolons).getBytes(UTF_16LE),
            utf8(semicolons))) {
      assertThat(reader.accounts(content, "a.csv").rows()).containsExactly(expected);
    }
  }

  @Test
  void chineseSpreadsheetsNeedNotBeUnicode() throws CrmFormatException {
    String text = "account_id,name,industry\n1,苏州恒润精密轴承有限公司,机械制造\n2,杭州禾鲜冷链配送有限公司,冷链食品分销\n";

    assertThat(OWN.accounts(text.getBytes(Charset.forName("GB18030")), "a.csv").rows())
        .extracting(Account::industry)
        .containsExactly("机械制造", "冷链食品分销");
  }

  @Test
  void decimalStyleAndSignsOfMoney() throws CrmFormatException {
    CrmReader reader =
        new CrmReader(CrmMapping.own().withAmounts(DecimalStyle.COMMA, "EUR"), PEOPLE, LONDON);
    String rows =
        """
        A;;;;1.234,56 €;;;;New;;;;2026-05-01
        B;;;;EUR 96 000;;;;New;;;;2026-05-01
        C;;;;(1,5);;;;New;;;;2026-05-01
        D;;;;$ 5;;;;New;;;;2026-05-01
        """;
    CrmRead<Opportunity> read =
        reader.opportunities(utf8(OPPORTUNITIES.replace(',', ';') + rows), "o.csv", KnownRows.NONE);

    assertThat(read.rows())
        .extracting(Opportunity::amountMinor)
        .containsExactly(123_456L, 9_600_000L, -150L);
    assertThat(read.bad()).extracting(BadRecord::recordNo).containsExactly(4);
  }

  @Test
  void ownersAreFoundByNameAndPeopleByMailboxThenName() throws CrmFormatException {
    List<Rep> reps =
        OWN.reps(
                utf8(
                    """
                    rep_id,name,email,team,manager,start_date
                    R01,Priya Nair,Priya.Nair@lumenfold.example,UK,Helen Marsh,2022-03-01
                    """),
                "reps.csv")
            .rows();
    Opportunity owned =
        OWN.opportunities(
                utf8("opportunity_id,stage,owner_name,modified_at\nA,New,Priya Nair,2026-05-01\n"),
                "o.csv",
                KnownRows.of(reps, List.of()))
            .rows()
            .get(0);
    List<Contact> contacts =
        OWN.contacts(
                utf8(
                    """
                    contact_id,account_id,name,email,buying_role,created_date
                    C1,A1,Owen Pike,,decision maker,2026-04-14
                    """),
                "c.csv",
                KnownRows.NONE)
            .rows();

    assertThat(reps.get(0).personId()).isEqualTo("m:priya.nair@lumenfold.example");
    assertThat(reps.get(0).nameHash()).isEqualTo("n:Priya Nair");
    assertThat(owned.ownerRepId()).isEqualTo("R01");
    assertThat(contacts.get(0).personId()).isEqualTo("n:Owen Pike");
    assertThat(contacts.get(0).buyingRole()).isEqualTo("DECISION_MAKER");
    // only dated: known by the end of the day in London, where it is summer
    assertThat(contacts.get(0).knownAt()).isEqualTo(Instant.parse("2026-04-14T22:59:59.999Z"));
  }

  @Test
  void historyTakesCurrencyAndAccountFromTheOpportunity() throws CrmFormatException {
    KnownRows known =
        KnownRows.of(
            List.of(), opportunities("A,ACC-1,,R01,1,JPY,,,Discovery,,,,2026-05-01\n").rows());
    CrmRead<OpportunityState> read =
        OWN.history(
            utf8(
                """
                opportunity_id,changed_at,stage,amount,close_date,forecast_category
                A,2026-04-07T09:12:00Z,Prospecting,80000,2026-06-30,pipeline
                A,2026-06-07T09:12:00Z,Closed Lost,80000,2026-06-30,omitted
                B,2026-04-07T09:12:00Z,Prospecting,80000,2026-06-30,pipeline
                """),
            "history.csv",
            known);

    assertThat(read.rows()).extracting(OpportunityState::amountMinor).containsOnly(80_000L);
    assertThat(read.rows()).extracting(OpportunityState::accountId).containsOnly("ACC-1");
    assertThat(read.rows()).extracting(OpportunityState::isClosed).containsExactly(false, true);
    assertThat(read.bad())
        .containsExactly(
            new BadRecord(3, "amount has no currency: map a column or set a default currency"));
  }

  @Test
  void sourceVersionChangesWithTheContentOnly() throws CrmFormatException {
    String row = "A,,,,1,GBP,,,Discovery,,,,2026-05-01\n";
    String other = "B,,,,1,GBP,,,Discovery,,,,2026-05-01\n";

    assertThat(opportunities(other + row).rows().get(1))
        .isEqualTo(opportunities(row).rows().get(0));
    assertThat(opportunities(row.replace(",1,", ",2,")).rows().get(0).sourceVersion())
        .isNotEqualTo(opportunities(row).rows().get(0).sourceVersion());
  }
}
