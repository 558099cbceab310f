package io.talktrack.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestMergedExports {
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
  private static final String ACCOUNTS = "account_id,name,modified_at,is_deleted\n";
  private static final String DEALS = "opportunity_id,account_id,owner_name,stage,modified_at\n";

  private final MergedExports exports = merged(CrmExports.PARTIAL);

  @Test
  void ofAnAccountTheRowModifiedLastStands() throws CrmFormatException {
    read(exports, "accounts_1.csv", ACCOUNTS + "A,New,2026-06-02,no\n");
    read(exports, "accounts_2.csv", ACCOUNTS + "A,Old,2026-05-02,no\n");

    assertThat(exports.accounts().rows()).extracting(Account::name).containsExactly("New");
  }

  @Test
  void ofRowsWithoutATimeOrOfOneTimeTheOneReadLastStands() throws CrmFormatException {
    read(exports, "accounts_1.csv", ACCOUNTS + "A,One,,no\nB,One,2026-06-02,no\nC,One,,yes\n");
    read(exports, "accounts_2.csv", ACCOUNTS + "A,Two,,no\nB,Two,2026-06-02,no\nC,Two,,no\n");

    assertThat(exports.accounts().rows()).extracting(Account::name).containsOnly("Two").hasSize(3);
  }

  @Test
  void aRowWithoutATimeStandsUntilALaterOneThanThatBeforeIt() throws CrmFormatException {
    read(exports, "accounts_1.csv", ACCOUNTS + "A,One,2026-06-02,no\nB,One,2026-06-02,no\n");
    read(exports, "accounts_2.csv", ACCOUNTS + "A,Two,,no\nB,Two,,no\n");
    read(exports, "accounts_3.csv", ACCOUNTS + "A,Old,2026-05-02,no\nB,New,2026-06-03,no\n");

    assertThat(exports.accounts().rows()).extracting(Account::name).containsExactly("Two", "New");
  }

  @Test
  void aDeletionHoldsUnlessALaterRowComes() throws CrmFormatException {
    read(
        exports,
        "accounts_1.csv",
        ACCOUNTS + "A,One,2026-06-02,yes\nB,One,2026-06-02,yes\nC,One,2026-06-02,yes\n");
    read(
        exports,
        "accounts_2.csv",
        ACCOUNTS + "A,Two,2026-05-02,no\nB,Two,2026-06-02,no\nC,Two,2026-06-03,no\n");

    assertThat(exports.accounts().rows()).extracting(Account::accountId).containsExactly("C");
    assertThat(exports.accounts().isEmpty()).isFalse();
  }

  @Test
  void ofAnOpportunityTheRowModifiedLastIsThePresentOne() throws CrmFormatException {
    read(exports, "deals_1.csv", DEALS + "O,A,,Proposal,2026-06-02\n");
    read(exports, "deals_2.csv", DEALS + "O,A,,Discovery,2026-05-02\n");
    List<OpportunityChange> history = exports.history(List.of());

    assertThat(exports.opportunities(history))
        .extracting(Opportunity::stage)
        .containsExactly("Proposal");
    assertThat(history)
        .extracting(OpportunityChange::stage)
        .containsExactly("Discovery", "Proposal");
  }

  @Test
  void whoTheOwnerIsMayBeToldLaterThanTheOpportunity() throws CrmFormatException {
    String deals = DEALS + "O,Acre,Ann,Discovery,2026-05-02\n";
    read(exports, "deals.csv", deals);
    List<OpportunityChange> known = exports.history(List.of());
    assertThat(known).extracting(OpportunityChange::ownerRepId).containsExactly("n:Ann");

    MergedExports later = merged(CrmExports.PARTIAL);
    read(later, "accounts.csv", ACCOUNTS + "A,Acre,,no\n");
    read(later, "reps.csv", "rep_id,name\nR1,Ann\n");
    read(later, "deals.csv", deals);

    assertThat(later.history(known))
        .extracting(OpportunityChange::ownerRepId, OpportunityChange::accountId)
        .containsExactly(tuple("R1", "A"));
  }

  @Test
  void whatALateRowTellsIsInheritedByWhatComesAfterIt() throws CrmFormatException {
    String deals = DEALS + "O,A,,Proposal,2026-06-02\n";
    read(exports, "deals-2026-05-31.csv", DEALS + "O,A,Ann,Discovery,2026-05-02\n");
    read(exports, "deals-2026-06-30.csv", deals);
    List<OpportunityChange> known = exports.history(List.of());
    assertThat(known).extracting(OpportunityChange::ownerRepId).containsOnly("n:Ann");

    MergedExports later = merged(CrmExports.PARTIAL);
    read(later, "deals-2026-05-31.csv", DEALS + "O,A,Ann,Discovery,2026-05-02\n");
    read(later, "deals-2026-06-15.csv", DEALS + "O,A,Bea,Discovery,2026-05-20\n");
    read(later, "deals-2026-06-30.csv", deals);

    assertThat(later.history(known))
        .extracting(OpportunityChange::ownerRepId)
        .containsExactly("n:Ann", "n:Bea", "n:Bea");
  }

  @Test
  void anAmountThatNoExportTellsAnyMoreStaysKnown() throws CrmFormatException {
    read(
        exports,
        "deals.csv",
        "opportunity_id,stage,amount,currency,modified_at\nO,New,5,GBP,2026-05-02\n");
    List<OpportunityChange> known = exports.history(List.of());

    MergedExports later = merged(CrmExports.PARTIAL);
    read(
        later,
        "deals.csv",
        "opportunity_id,stage,amount,currency,modified_at\nO,Won,7,GBP,2026-06-02\n");
    read(later, "history.csv", "opportunity_id,changed_at,stage\nO,2026-05-02,New\n");

    assertThat(later.history(known))
        .extracting(OpportunityChange::stage, OpportunityChange::amountMinor)
        .containsExactly(tuple("New", 500L), tuple("Won", 700L));
  }

  @Test
  void oneThatAnExportLeftOutStaysDeletedWhenTheNextLeavesItOutToo() throws CrmFormatException {
    MergedExports first = merged(CrmExports.FULL);
    read(first, "deals-2026-05-31.csv", DEALS + "O,A,,New,\nP,A,,New,\n");
    List<OpportunityChange> known = first.history(List.of());
    for (List<String> days : List.of(List.of("2026-06-30"), List.of("2026-06-30", "2026-07-31"))) {
      MergedExports next = merged(CrmExports.FULL);
      for (String day : days) {
        read(next, "deals-%s.csv".formatted(day), DEALS + "O,A,,New,\n");
      }
      known = next.history(known);

      assertThat(known)
          .extracting(OpportunityChange::opportunityId, OpportunityChange::validTo)
          .containsExactly(tuple("O", null), tuple("P", Instant.parse("2026-06-30T23:59:59.999Z")));
    }
  }

  @Test
  void everyKindIsReadAfterThoseThatItNamesAndTheLaterExportLast() {
    CrmMapping mapping = CrmMapping.own();
    List<String> inOrder =
        List.of(
            "crm/b/accounts-2026-05-31.csv",
            "crm/a/accounts-2026-06-30.csv",
            "crm/accounts.csv",
            "crm/reps.csv",
            "crm/contacts.csv",
            "crm/deals.csv",
            "crm/history.csv",
            "crm/a.txt");

    assertThat(inOrder.stream().sorted().sorted(MergedExports.readingOrder(mapping)))
        .containsExactlyElementsOf(inOrder);
    assertThat(
            Stream.of("crm/accounts-2026-06-30.csv", "crm/accounts.csv")
                .sorted(
                    MergedExports.readingOrder(mapping.withSnapshotDate(LocalDate.of(2026, 6, 1)))))
        .containsExactly("crm/accounts.csv", "crm/accounts-2026-06-30.csv");
  }

  private static MergedExports merged(CrmExports exports) {
    return new MergedExports(
        new CrmReader(CrmMapping.own().withExports(exports), PEOPLE, ZoneOffset.UTC), exports);
  }

  private static void read(MergedExports into, String path, String content)
      throws CrmFormatException {
    into.read(CrmKind.ofPath(path).orElseThrow(), content.getBytes(UTF_8), path);
  }
}
