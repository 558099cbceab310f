package io.talktrack.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestCrmMapping {
  @Test
  void everyProblemOfAKindIsSaidAtOnce() {
    assertThatThrownBy(() -> CrmMapping.own().withColumns(CrmKind.REPS, Map.of("manger", "boss")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot map reps. There is no field 'manger'. Did you mean 'manager'?"
                + " The field 'name' has no column."
                + " Its fields are name, rep_id, email, team, manager, start_date, modified_at");
  }

  @Test
  void minutesAreNoMonths() {
    assertThatThrownBy(() -> CrmMapping.own().withDatePatterns(List.of("dd-mm-yyyy")))
        .hasMessage(
            "Cannot read dates with the pattern 'dd-mm-yyyy': it does not give a day, a month and"
                + " a year. Write it like dd-MM-yyyy or MM/dd/yyyy HH:mm (MM is the month, mm the"
                + " minute).");
    assertThat(CrmMapping.own().withDatePatterns(List.of("dd-MM-yyyy", "d MMM yy HH:mm")))
        .isNotNull();
  }

  @Test
  void buyingRolesAreOurs() {
    assertThatThrownBy(() -> CrmMapping.own().withBuyingRoles(Map.of("Boss", "BOSS")))
        .hasMessageStartingWith("Cannot map a buying role to 'BOSS': it is none of BLOCKER, ");
  }

  @Test
  void ownFilesAreKnownByTheirNames() {
    assertThat(CrmKind.ofPath("crm/history.csv")).contains(CrmKind.OPPORTUNITY_HISTORY);
    assertThat(CrmKind.ofPath("crm/2026/Accounts-2026-07.jsonl")).contains(CrmKind.ACCOUNTS);
    assertThat(CrmKind.ofPath("crm/all.zip!/deals-2026-07-01.csv.gz"))
        .contains(CrmKind.OPPORTUNITIES);
    assertThat(CrmKind.ofPath("crm/sales_pipeline.csv")).isEmpty();
  }
}
