package io.talktrack.jobs.ingest;

import static io.talktrack.jobs.TinyCompany.mail;
import static io.talktrack.jobs.TinyCompany.webVtt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.CallLink;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLinkConversations {
  // names before a colon are speakers only where they come back
  private static final String ANN_AND_BOB =
      webVtt("Ann Seller: Hello.", "Bob Buyer: Hello.", "Ann Seller: Well?", "Bob Buyer: Well.");

  @TempDir private Path folder;
  private Intake intake;

  @BeforeEach
  void withACrm() throws IOException {
    intake = new Intake(folder);
    intake.company().putCrm();
    intake.crm().run();
  }

  @Test
  void peopleAndDomainsLeadToTheOpenOpportunityAndASecondRunChangesNothing() throws IOException {
    intake.company().put("calls/2026-06-02 call.vtt", ANN_AND_BOB);
    intake
        .company()
        .put(
            "emails/1.eml",
            mail("1", "stranger@acre.example", "ann@lumen.example", 3) + "\nHello.\n");
    intake.calls().run();
    intake.emails().run();

    assertThat(intake.links().run().message())
        .isEqualTo("2 of 2 calls and threads belong to an opportunity");
    Set<CallLink> links = intake.rows(Tables.CALL_LINKS);
    assertThat(intake.links().run().message()).isEqualTo("every conversation is linked as before");

    assertThat(intake.rows(Tables.CALL_LINKS)).isEqualTo(links);
    assertThat(links)
        .extracting(CallLink::method, CallLink::repId, CallLink::accountId, CallLink::opportunityId)
        .containsExactlyInAnyOrder(
            tuple("PARTICIPANT", "R1", "A1", "O1"), tuple("DOMAIN", "R1", "A1", "O1"));
  }

  @Test
  void theDomainOfAnAttendeeLeadsToTheAccount() throws IOException {
    String stranger = "stranger@acre.example";
    intake
        .company()
        .put(
            "calls/2026-06-02 call.vtt",
            webVtt(
                "Ann Seller: Hello.",
                stranger + ": Hello.",
                "Ann Seller: Well?",
                stranger + ": Well."));
    intake.calls().run();
    intake.links().run();

    assertThat(intake.rows(Tables.CALL_LINKS))
        .extracting(CallLink::method, CallLink::accountId, CallLink::opportunityId)
        .containsExactly(tuple("DOMAIN", "A1", "O1"));
  }

  @Test
  void theSideCarDecidesAgainstThePeopleOnTheCall() throws IOException {
    intake.company().put("calls/2026-06-02 call.vtt", ANN_AND_BOB);
    intake
        .company()
        .put(
            "calls/calls.csv",
            "file,rep_email,opportunity\n2026-06-02 call.vtt,lina@lumen.example,O2\n");
    intake.calls().run();
    intake.links().run();

    assertThat(intake.rows(Tables.CALL_LINKS))
        .extracting(CallLink::method, CallLink::repId, CallLink::accountId, CallLink::opportunityId)
        .containsExactly(tuple("SIDE_CAR", "R2", "A2", "O2"));
  }

  @Test
  void aConversationLongBeforeTheDealBelongsToTheAccountOnly() throws IOException {
    intake.company().put("calls/2026-04-02 call.vtt", ANN_AND_BOB);
    intake.calls().run();
    intake.links().run();

    assertThat(intake.rows(Tables.CALL_LINKS))
        .extracting(CallLink::accountId, CallLink::opportunityId)
        .containsExactly(tuple("A1", null));
  }
}
