package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Turn;
import io.talktrack.jobs.TinyCompany;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the CRM knows is masked where others speak of them, also where the CRM comes later. */
class TestCrmNames {
  private static final String CALL =
      TinyCompany.webVtt(
          "Ann Seller: Who decides?",
          "Carl: Zelda Fitzwarren does, zelda signs.",
          "Ann Seller: Right.");
  private static final String CONTACTS =
      """
      contact_id,account_id,name,email,buying_role,created_date
      C9,A1,Zelda Fitzwarren,z@acre.example,DECISION_MAKER,2026-05-04
      """;

  @TempDir private Path folder;

  @Test
  void aContactWhoIsNamedIsMaskedWhicheverCameFirst() throws IOException {
    Intake crmFirst = intake("crm-first");
    crmFirst.company().put("crm/contacts.csv", CONTACTS);
    crmFirst.crm().run();
    crmFirst.calls().run();
    crmFirst.emails().run();

    Intake crmLast = intake("crm-last");
    crmLast.crm().run();
    crmLast.calls().run();
    crmLast.emails().run();
    assertThat(crmLast.rows(Tables.TURNS)).extracting(Turn::text).anyMatch(this::isNamed);
    Set<?> otherCall = other(crmLast);
    crmLast.company().put("crm/contacts.csv", CONTACTS);
    crmLast.crm().run();
    crmLast.calls().run();
    crmLast.emails().run();

    assertThat(crmLast.rows(Tables.TURNS))
        .isEqualTo(crmFirst.rows(Tables.TURNS))
        .extracting(Turn::text)
        .contains("[NAME] does, [NAME] signs.")
        .noneMatch(this::isNamed);
    assertThat(crmLast.rows(Tables.EMAILS))
        .isEqualTo(crmFirst.rows(Tables.EMAILS))
        .allSatisfy(mail -> assertThat(mail.sentences()).contains("I met [NAME]."));
    assertThat(other(crmLast)).isEqualTo(otherCall);
    assertThat(crmLast.calls().run().message()).isEqualTo("no file is new or changed");
    assertThat(crmLast.emails().run().message()).isEqualTo("no file is new or changed");
  }

  private boolean isNamed(String text) {
    return text.contains("Fitzwarren");
  }

  // nobody is named in it, so it is read again and stays as it was
  private static Set<?> other(Intake intake) {
    Set<Turn> turns = intake.rows(Tables.TURNS);
    turns.removeIf(turn -> turn.callDate().getDayOfMonth() == 2);
    assertThat(turns).isNotEmpty();
    return turns;
  }

  private Intake intake(String name) throws IOException {
    Intake intake = new Intake(folder.resolve(name));
    intake.company().putCrm();
    intake.company().put("calls/2026-06-02 first.vtt", CALL);
    intake
        .company()
        .put(
            "calls/2026-06-03 other.vtt",
            TinyCompany.webVtt("Ann Seller: Any news?", "Carl: No.", "Ann Seller: Fine."));
    intake
        .company()
        .put(
            "emails/1.eml",
            TinyCompany.mail("1", "Ann <ann@lumen.example>", "Carl <carl@acre.example>", 3)
                + "\nI met Zelda Fitzwarren.\n");
    return intake;
  }
}
