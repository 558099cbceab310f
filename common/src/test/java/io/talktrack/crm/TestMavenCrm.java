package io.talktrack.crm;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.SharedData;
import io.talktrack.identity.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A CRM with column names, dates and stages of its own, read whole. */
class TestMavenCrm {
  private static final CrmMapping MAPPING =
      CrmMapping.own()
          .withColumns(
              CrmKind.ACCOUNTS,
              Map.of(
                  "account_id", "account",
                  "name", "account",
                  "industry", "sector",
                  "employees", "employees",
                  "country", "office_location"))
          .withColumns(
              CrmKind.REPS,
              Map.of("name", "sales_agent", "manager", "manager", "team", "regional_office"))
          .withColumns(
              CrmKind.OPPORTUNITIES,
              Map.of(
                  "opportunity_id", "opportunity_id",
                  "account_id", "account",
                  "name", "product",
                  "owner_name", "sales_agent",
                  "amount", "close_value",
                  "created_date", "engage_date",
                  "close_date", "close_date",
                  "stage", "deal_stage",
                  "modified_at", "close_date | engage_date"))
          .withDatePatterns(List.of("dd-MM-yyyy"))
          .withAmounts(DecimalStyle.POINT, "USD");
  private static final PersonIds PEOPLE =
      new PersonIds() {
        @Override
        public String ofMailbox(String mailbox) {
          return ContentHash.of("mailbox", mailbox);
        }

        @Override
        public String ofName(String name) {
          return ContentHash.of("name", name);
        }
      };

  private static CrmRead<Opportunity> pipeline(CrmMapping mapping, Path folder)
      throws IOException, CrmFormatException {
    return new CrmReader(mapping, PEOPLE, ZoneOffset.UTC)
        .opportunities(
            Files.readAllBytes(folder.resolve("sales_pipeline.csv")),
            "sales_pipeline.csv",
            KnownRows.NONE);
  }

  @Test
  void everyRowIsCounted() throws IOException, CrmFormatException {
    CrmRead<Opportunity> read = pipeline(MAPPING, SharedData.folder("maven_crm"));

    assertThat(read.records()).isEqualTo(8800);
    assertThat(read.rows()).hasSize(8300);
    // the 500 that are only prospected have no date at all
    assertThat(read.bad()).hasSize(500);
    assertThat(read.bad().stream().map(BadRecord::reason).collect(toSet()))
        .isEqualTo(Set.of("modified_at is empty and the mapping has no snapshot date"));
    assertThat(read.rows().stream().filter(Opportunity::isWon)).hasSize(4238);
    assertThat(read.rows().stream().filter(row -> row.isClosed() && !row.isWon())).hasSize(2473);
  }

  @Test
  void snapshotDateSavesTheUndated() throws IOException, CrmFormatException {
    CrmRead<Opportunity> read =
        pipeline(
            MAPPING.withSnapshotDate(LocalDate.of(2017, 12, 31)), SharedData.folder("maven_crm"));

    assertThat(read.rows()).hasSize(8800);
    assertThat(read.rows().stream().filter(row -> !row.isClosed())).hasSize(2089);
    assertThat(read.rows().stream().filter(Opportunity::isWon).mapToLong(Opportunity::amountMinor))
        .hasSize(4238)
        .allMatch(amount -> amount % 100 == 0);
  }

  @Test
  void ownersAreReps() throws IOException, CrmFormatException {
    Path folder = SharedData.folder("maven_crm");
    CrmReader reader = new CrmReader(MAPPING, PEOPLE, ZoneOffset.UTC);
    List<Rep> reps =
        reader
            .reps(Files.readAllBytes(folder.resolve("sales_teams.csv")), "sales_teams.csv")
            .rows();
    List<Account> accounts =
        reader.accounts(Files.readAllBytes(folder.resolve("accounts.csv")), "accounts.csv").rows();

    assertThat(reps).hasSize(35);
    assertThat(accounts).hasSize(85);
    assertThat(reps.stream().map(Rep::repId).collect(toSet()))
        .containsAll(
            pipeline(MAPPING, folder).rows().stream()
                .map(Opportunity::ownerRepId)
                .collect(toSet()));
  }
}
