package io.talktrack.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestJsonLinesExport {
  private static final PersonIds NOBODY =
      new PersonIds() {
        @Override
        public String ofMailbox(String mailbox) {
          return mailbox;
        }

        @Override
        public String ofName(String name) {
          return name;
        }
      };
  private static final CrmMapping MAPPING =
      CrmMapping.own()
          .withAmounts(DecimalStyle.COMMA, "EUR")
          .withColumns(
              CrmKind.OPPORTUNITIES,
              Map.of(
                  "opportunity_id", "Id",
                  "stage", "StageName",
                  "amount", "Amount",
                  "owner_name", "Owner.Name",
                  "modified_at", "LastModifiedDate | CreatedDate"));

  private static CrmRead<Opportunity> read(String lines) throws CrmFormatException {
    return new CrmReader(MAPPING, NOBODY, ZoneOffset.UTC)
        .opportunities(lines.getBytes(UTF_8), "o.jsonl", KnownRows.NONE);
  }

  @Test
  void nestedFieldsAreColumnsAndNumbersAreTyped() throws CrmFormatException {
    CrmRead<Opportunity> read =
        read(
            """
            {"Id":"A","StageName":"Won","Amount":1234.5,"Owner":{"Name":"Kim"},"Tags":["x"],\
            "LastModifiedDate":"2026-05-01T10:00:00.000+0000"}

            {"Id":"B","StageName":"New","Amount":"1.234,5","Owner":null,"CreatedDate":"2026-05-02"}
            """);

    assertThat(read.bad()).isEmpty();
    assertThat(read.rows()).extracting(Opportunity::amountMinor).containsOnly(123_450L);
    assertThat(read.rows()).extracting(Opportunity::ownerRepId).containsExactly("Kim", null);
    assertThat(read.rows()).extracting(Opportunity::isWon).containsExactly(true, false);
  }

  @Test
  void badLinesAreCountedAndNeverQuoted() throws CrmFormatException {
    CrmRead<Opportunity> read =
        read(
            """
            {"Id":"A","StageName":"New","Amount":1,"Owner":{"Name":"Kim"},"CreatedDate":"2026-05-02","LastModifiedDate":""}
            Jane Doe
            {"Id":"B","Id":"C"}
            {"Id":"D","id":"E"}
            {"Id":"F","Amount":1e999999999}
            {"Id":"G"} {"Id":"H"}
            [1]
            %s
            """
                .formatted("{\"a\":".repeat(20)));

    assertThat(read.rows()).hasSize(1);
    assertThat(read.bad())
        .extracting(BadRecord::reason)
        .containsExactly(
            "the line is not JSON, or nested or written beyond the limits",
            "the line is not JSON, or nested or written beyond the limits",
            "two fields have the same name but for case",
            "a number has too many digits",
            "the line has more than one JSON value",
            "the line is not a JSON object",
            "the line is not JSON, or nested or written beyond the limits");
    assertThat(read.records()).isEqualTo(8);
  }

  @Test
  void anArrayIsRefusedWithTheWayOut() {
    assertThatThrownBy(() -> read("[{\"Id\":1}]"))
        .hasMessage(
            "Cannot read o.jsonl: it is one JSON array. Write one object a line (jq -c '.[]').");
  }
}
