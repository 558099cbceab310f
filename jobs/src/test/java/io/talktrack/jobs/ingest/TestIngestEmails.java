package io.talktrack.jobs.ingest;

import static io.talktrack.jobs.TinyCompany.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.Speaker;
import io.talktrack.email.Email;
import io.talktrack.email.EmailThread;
import io.talktrack.email.MailKind;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestIngestEmails {
  private static final String ANN = "Ann Seller <ann@lumen.example>";
  private static final String BOB = "Bob Buyer <bob@acre.example>";
  private static final String FIRST = mail("1", ANN, BOB, 3) + "\nIs Thursday fine?\n";
  private static final String SECOND =
      "In-Reply-To: <1@mail.example>\n" + mail("2", BOB, ANN, 4) + "\nIt is.\n";
  private static final String QUOTED =
      """

      --\s
      Bob Buyer, +44 7700 900733

      On Wed, 3 Jun 2026 at 09:00, Ann Seller <ann@lumen.example> wrote:
      > Is Thursday fine for Fitzwarren, too?
      """;
  private static final String QUOTING = SECOND + QUOTED;

  @TempDir private Path folder;
  private Intake intake;

  @BeforeEach
  void inAFolderOfItsOwn() {
    intake = new Intake(folder);
  }

  @Test
  void aSecondRunChangesNothingAndEveryInputIsAccountedFor() throws IOException {
    intake.company().put("emails/1.eml", FIRST);
    intake.company().put("emails/2.mbox", mbox(FIRST, SECOND));
    intake.company().put("emails/3.eml", "no mail at all");

    assertThat(intake.emails().run().message())
        .isEqualTo("2 e-mails from 3 files: 2 processed, 1 quarantined, 0 duplicates");
    Set<Email> mails = intake.rows(Tables.EMAILS);
    Set<EmailThread> threads = intake.rows(Tables.EMAIL_THREADS);
    assertThat(intake.emails().run().message()).isEqualTo("no file is new or changed");

    assertThat(intake.rows(Tables.EMAILS)).isEqualTo(mails);
    assertThat(intake.rows(Tables.EMAIL_THREADS)).isEqualTo(threads);
    assertThat(mails)
        .extracting(Email::path)
        .containsExactlyInAnyOrder("emails/1.eml", "emails/2.mbox");
    assertThat(threads)
        .extracting(EmailThread::threadId)
        .containsExactly(mails.iterator().next().threadId());
    assertThat(intake.rows(Tables.QUARANTINE))
        .extracting(QuarantinedInput::path)
        .containsExactly("emails/3.eml");
    assertThat(intake.rows(Tables.RAW_FILES))
        .extracting(file -> tuple(file.path(), file.recordsProcessed(), file.recordsDuplicate()))
        .contains(tuple("emails/1.eml", 1L, 0L), tuple("emails/2.mbox", 1L, 1L));
  }

  @Test
  void eachMailThatCannotBeReadKeepsItsPlaceInTheFile() throws IOException {
    String undated = FIRST.replaceFirst("Date: [^\n]*\n", "");
    intake.company().put("emails/1.mbox", mbox(undated, "no mail at all", SECOND));
    intake.emails().run();

    assertThat(intake.rows(Tables.QUARANTINE))
        .extracting(QuarantinedInput::recordNo, QuarantinedInput::reason)
        .containsExactlyInAnyOrder(tuple(0, "NO_DATE"), tuple(1, "NOT_A_MAIL"));
  }

  @Test
  void aCorrectedMailMovesToItsNewDay() throws IOException {
    intake.company().put("emails/1.eml", FIRST);
    intake.emails().run();
    intake.company().put("emails/1.eml", FIRST.replace("Date: 3 Jun", "Date: 13 Jun"));
    intake.emails().run();

    assertThat(intake.rows(Tables.EMAILS))
        .extracting(Email::emailDate)
        .containsExactly(LocalDate.of(2026, 6, 13));
  }

  @Test
  void anAnswerThatComesBeforeItsQuestionEndsInTheSameThread() throws IOException {
    intake.company().put("emails/2.eml", SECOND.replace("Offer and next", "Quite other"));
    intake.emails().run();
    intake.company().put("emails/1.eml", FIRST);
    intake.emails().run();

    assertThat(intake.rows(Tables.EMAILS)).hasSize(2);
    assertThat(intake.rows(Tables.EMAIL_THREADS)).hasSize(1);
  }

  @Test
  void aMailBesideOneOfItsDayLeavesBothTheirWords() throws IOException {
    intake.company().put("emails/1.eml", FIRST);
    intake.emails().run();
    Email before = intake.rows(Tables.EMAILS).iterator().next();
    intake.company().put("emails/3.eml", mail("3", BOB, ANN, 3) + "\nQuite other words.\n");
    intake.emails().run();

    assertThat(intake.rows(Tables.EMAILS))
        .extracting(Email::emailId, Email::subject, Email::sentences)
        .hasSize(2)
        .contains(tuple(before.emailId(), "Offer and next steps", List.of("Is Thursday fine?")))
        .extracting(row -> row.toList().get(2))
        .contains(List.of("Quite other words."));
    assertThat(intake.rows(Tables.EMAIL_THREADS))
        .extracting(EmailThread::messageCount)
        .containsExactly(2);
  }

  @Test
  void aMailThatItsFileLosesStaysWhereACopyHoldsIt() throws IOException {
    intake.company().put("emails/1.mbox", mbox(FIRST, SECOND));
    intake.company().put("emails/2.mbox", mbox(FIRST, SECOND));
    intake.emails().run();
    intake.company().put("emails/1.mbox", mbox(FIRST));
    intake.emails().run();

    assertThat(intake.rows(Tables.EMAILS))
        .extracting(Email::path)
        .containsExactlyInAnyOrder("emails/1.mbox", "emails/2.mbox");
  }

  @Test
  void anAuthorThatTheCrmLearnsLaterGetsItsSide() throws IOException {
    intake.company().put("emails/1.eml", mail("1", BOB, "me@other.example", 3) + "\nHello.\n");
    intake.emails().run();
    assertThat(intake.rows(Tables.EMAILS)).extracting(Email::side).containsExactly(Speaker.UNKNOWN);

    intake.company().putCrm();
    intake.crm().run();
    intake.emails().run();

    assertThat(intake.rows(Tables.EMAILS))
        .extracting(Email::side)
        .containsExactly(Speaker.CUSTOMER);
    assertThat(intake.emails().run().exitStatus()).isEqualTo(99);
  }

  @Test
  void aMailOfAMaildirThatWasSeenIsTheSameAndNotReadAgain() throws IOException {
    intake.company().put("emails/ann/new/1.host", FIRST);
    intake.company().put("emails/ann/.Sent/cur/2.host:2,S", SECOND);
    intake.company().put("emails/ann/tmp/3.host", SECOND);
    intake.company().put("emails/ann/dovecot.index", "no mail");
    assertThat(intake.emails().run().message())
        .isEqualTo("2 e-mails from 2 files: 2 processed, 0 quarantined, 0 duplicates");
    Set<Email> mails = intake.rows(Tables.EMAILS);

    Path ann = folder.resolve("input/emails/ann");
    Files.createDirectories(ann.resolve("cur"));
    Files.move(ann.resolve("new/1.host"), ann.resolve("cur/1.host:2,RS"));

    assertThat(intake.emails().run().message()).isEqualTo("no file is new or changed");
    assertThat(intake.rows(Tables.EMAILS)).isEqualTo(mails);
    assertThat(mails)
        .extracting(Email::path)
        .containsExactlyInAnyOrder("emails/ann/.Sent/cur/2.host", "emails/ann/cur/1.host");
  }

  @Test
  void whatAMailQuotesAndSignsIsKeptAndASecondRunChangesNothing() throws IOException {
    intake.company().put("emails/1.eml", FIRST);
    intake.company().put("emails/2.eml", QUOTING);
    intake.emails().run();
    Set<Email> mails = intake.rows(Tables.EMAILS);

    assertThat(mails)
        .extracting(Email::sentences, Email::quoted, Email::signature)
        .containsExactlyInAnyOrder(
            tuple(List.of("Is Thursday fine?"), "", ""),
            tuple(
                List.of("It is."),
                "On Wed, 3 Jun 2026 at 09:00, [NAME] <[EMAIL]> wrote:\n"
                    + "> Is Thursday fine for Fitzwarren, too?",
                "-- \n[NAME], [PHONE]"));

    assertThat(intake.emails().run().message()).isEqualTo("no file is new or changed");
    assertThat(intake.rows(Tables.EMAILS)).isEqualTo(mails);
  }

  @Test
  void whomTheCrmLearnsLaterIsMaskedInWhatIsQuotedAndNoStageHasWorkOfIt() throws IOException {
    intake.company().put("emails/2.eml", QUOTING.replace("for F", "for Zelda F"));
    intake.emails().run();
    Email before = intake.rows(Tables.EMAILS).iterator().next();
    intake.company().putCrm();
    intake
        .company()
        .put(
            "crm/contacts.csv",
            "contact_id,account_id,name,email\nC9,A1,Zelda Fitzwarren,z@acre.example\n");
    intake.crm().run();
    intake.emails().run();

    Email after = intake.rows(Tables.EMAILS).iterator().next();
    assertThat(after.quoted()).endsWith("> Is Thursday fine for [NAME], too?");
    assertThat(before.quoted()).isNotEqualTo(after.quoted());
    assertThat(after.sourceVersion()).isEqualTo(before.sourceVersion());
  }

  @Test
  void aLakeOfBeforeTheyWereKeptIsReadAndItsMailsStay() throws IOException {
    intake.company().put("emails/1.eml", FIRST);
    intake.emails().run();
    Path table = folder.resolve("lake").resolve(Tables.EMAILS.path());
    intake
        .lake()
        .read(Tables.EMAILS)
        .drop("quoted", "signature")
        .write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", true)
        .partitionBy("email_date")
        .save(table.toString());
    assertThat(intake.rows(Tables.EMAILS)).extracting(Email::quoted).containsOnlyNulls();

    intake.company().put("emails/3.eml", QUOTING.replace("4 Jun 2026", "3 Jun 2026"));
    intake.emails().run();

    assertThat(intake.rows(Tables.EMAILS))
        .extracting(Email::sentences, Email::signature, Email::language)
        .containsExactlyInAnyOrder(
            tuple(List.of("Is Thursday fine?"), null, "en"),
            tuple(List.of("It is."), "-- \n[NAME], [PHONE]", "en"));
  }

  @Test
  void aPrivateMailIsCountedAndItsWordsAreNowhere() throws IOException {
    intake.company().put("emails/1.eml", "Sensitivity: Private\n" + FIRST + QUOTED);
    intake.company().put("emails/2.eml", "Auto-Submitted: auto-replied\n" + SECOND);

    assertThat(intake.emails().run().message())
        .isEqualTo(
            "2 e-mails (1 AUTO_REPLY by auto-replied, 1 PRIVATE by sensitivity-private) from 2"
                + " files: 2 processed, 0 quarantined, 0 duplicates");

    assertThat(intake.rows(Tables.EMAILS))
        .filteredOn(mail -> mail.kind() == MailKind.PRIVATE)
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.subject()).isEmpty();
              assertThat(mail.sentences()).isEmpty();
              assertThat(mail.quoted()).isEmpty();
              assertThat(mail.signature()).isEmpty();
              assertThat(mail.subjectKey()).isNull();
              assertThat(mail.kindRule()).isEqualTo("sensitivity-private");
            });
  }

  private static String mbox(String... mails) {
    StringBuilder box = new StringBuilder();
    for (String mail : mails) {
      box.append("From - Wed Jun  3 09:00:00 2026\n").append(mail).append('\n');
    }
    return box.toString();
  }
}
