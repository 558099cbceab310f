package io.talktrack.jobs.ingest;

import static io.talktrack.call.Source.CALL;
import static io.talktrack.call.Source.EMAIL;
import static io.talktrack.jobs.TinyCompany.mail;
import static io.talktrack.privacy.RestrictedText.Part.BODY;
import static io.talktrack.privacy.RestrictedText.Part.SUBJECT;
import static io.talktrack.privacy.RestrictedText.Part.TURN;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Call;
import io.talktrack.call.Turn;
import io.talktrack.email.Email;
import io.talktrack.privacy.RestrictedText;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestIngestOriginals {
  private static final String ANN = "Ann Seller <ann@lumen.example>";
  private static final String BOB = "Bob Buyer <bob@acre.example>";
  private static final String CALL_FILE = "calls/2026-06-03 first.vtt";
  private static final String MAIL_FILE = "emails/1.eml";
  private static final String TRANSCRIPT =
      """
      WEBVTT

      00:00:01.000 --> 00:00:03.000
      <v Ann Seller>Where can I send it?

      00:00:03.500 --> 00:00:06.000
      <v Bob Buyer>My mail is bob@acre.example by the way.

      00:00:06.500 --> 00:00:08.000
      <v Ann Seller>Thanks, noted.
      """;
  private static final String MAIL =
      mail("1", BOB, ANN, 3) + "\nCall me on +44 20 7946 0958. Thursday is fine.\n";

  @TempDir private Path folder;
  private Intake dropping;
  private Intake keeping;

  @BeforeEach
  void inAFolderOfItsOwn() {
    dropping = new Intake(folder);
    keeping = dropping.keepingOriginals();
  }

  @Test
  void whatWasMaskedIsKeptAndNothingElse() throws IOException {
    keeping.company().put(CALL_FILE, TRANSCRIPT);
    keeping.company().put(MAIL_FILE, MAIL);
    keeping.company().put("emails/2.eml", mail("2", ANN, BOB, 3) + "\nFine.\n");
    keeping
        .company()
        .put(
            "emails/3.eml",
            mail("3", BOB, ANN, 3).replaceFirst("Subject: [^\n]*", "Subject: zoe@acre.example")
                + "\nSee above.\n");
    keeping.calls().run();
    keeping.emails().run();

    Call call = keeping.rows(Tables.CALLS).iterator().next();
    Map<String, Email> mails = byPath();
    assertThat(kept())
        .containsExactlyInAnyOrder(
            new RestrictedText(
                CALL,
                call.callId(),
                LocalDate.of(2026, 6, 3),
                TURN,
                1,
                "My mail is bob@acre.example by the way.",
                call.definitionVersion()),
            new RestrictedText(
                EMAIL,
                mails.get(MAIL_FILE).emailId(),
                LocalDate.of(2026, 6, 3),
                BODY,
                0,
                "Call me on +44 20 7946 0958. Thursday is fine.",
                mails.get(MAIL_FILE).definitionVersion()),
            new RestrictedText(
                EMAIL,
                mails.get("emails/3.eml").emailId(),
                LocalDate.of(2026, 6, 3),
                SUBJECT,
                0,
                "zoe@acre.example",
                mails.get("emails/3.eml").definitionVersion()));
    assertThat(keeping.rows(Tables.TURNS))
        .extracting(Turn::text)
        .contains("My mail is [EMAIL] by the way.");
    assertThat(kept().toString()).contains(call.callId()).doesNotContain("bob@", "7946");
  }

  @Test
  void theirFolderIsForItsOwnerOnlyAndItsLogHoldsNoText() throws IOException {
    keeping.company().put(CALL_FILE, TRANSCRIPT);
    keeping.calls().run();

    Path restricted = folder.resolve("lake-restricted");
    assertThat(Files.getPosixFilePermissions(restricted))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    try (Stream<Path> log =
        Files.list(restricted.resolve(Tables.RESTRICTED_TEXTS.path() + "/_delta_log"))) {
      List<Path> commits = log.filter(file -> file.toString().endsWith(".json")).toList();
      assertThat(commits).hasSize(1);
      assertThat(Files.readString(commits.get(0)))
          .contains("source_id")
          .doesNotContain("My mail", "bob@");
    }
    assertThat(keeping.lake().exists(Tables.RESTRICTED_TEXTS)).isFalse();
  }

  @Test
  void nothingIsKeptUnlessSomebodySaysSo() throws IOException {
    dropping.company().put(CALL_FILE, TRANSCRIPT);
    dropping.company().put(MAIL_FILE, MAIL);
    dropping.calls().run();
    dropping.emails().run();

    assertThat(folder.resolve("lake-restricted")).doesNotExist();
    assertThat(dropping.lake().exists(Tables.RESTRICTED_TEXTS)).isFalse();
    assertThat(dropping.rows(Tables.TURNS)).hasSize(3);
  }

  @Test
  void keepingThemLaterReadsTheFilesAgainAndChangesNoOtherTable() throws IOException {
    dropping.company().put(CALL_FILE, TRANSCRIPT);
    dropping.company().put(MAIL_FILE, MAIL);
    dropping.calls().run();
    dropping.emails().run();
    Map<String, List<String>> before = files(dropping.lake());

    keeping.calls().run();
    keeping.emails().run();

    assertThat(files(keeping.lake())).isEqualTo(before);
    assertThat(kept()).extracting(RestrictedText::source).containsExactlyInAnyOrder(CALL, EMAIL);

    dropping.calls().run();
    dropping.emails().run();
    assertThat(files(dropping.lake())).isEqualTo(before);
    assertThat(kept()).hasSize(2);
  }

  @Test
  void aSecondRunWritesNothing() throws IOException {
    keeping.company().put(CALL_FILE, TRANSCRIPT);
    keeping.company().put(MAIL_FILE, MAIL);
    keeping.calls().run();
    keeping.emails().run();
    List<String> before = files(keeping.restricted(), Tables.RESTRICTED_TEXTS);

    assertThat(keeping.calls().run().exitStatus()).isEqualTo(99);
    assertThat(keeping.emails().run().exitStatus()).isEqualTo(99);

    assertThat(files(keeping.restricted(), Tables.RESTRICTED_TEXTS)).isEqualTo(before).hasSize(2);
  }

  @Test
  void theOriginalsOfAChangedCallAreReplacedAndThoseOfItsNeighbourStay() throws IOException {
    keeping.company().put(CALL_FILE, TRANSCRIPT);
    keeping.company().put("calls/2026-06-03 second.vtt", TRANSCRIPT.replace("bob@", "zoe@"));
    keeping.calls().run();
    assertThat(texts())
        .containsExactlyInAnyOrder(
            "My mail is bob@acre.example by the way.", "My mail is zoe@acre.example by the way.");

    keeping.company().put(CALL_FILE, TRANSCRIPT.replace("bob@", "max@"));
    keeping.calls().run();
    assertThat(texts())
        .containsExactlyInAnyOrder(
            "My mail is max@acre.example by the way.", "My mail is zoe@acre.example by the way.");

    keeping.company().put(CALL_FILE, TRANSCRIPT.replace("bob@acre.example", "not for you"));
    keeping.calls().run();
    assertThat(texts()).containsExactly("My mail is zoe@acre.example by the way.");
  }

  @Test
  void theOriginalsOfACallThatMovesOrIsWithdrawnLeaveTheirDay() throws IOException {
    keeping.company().put(CALL_FILE, TRANSCRIPT);
    keeping.company().put("calls/calls.csv", "file,started_at\n");
    keeping.calls().run();
    keeping
        .company()
        .put(
            "calls/calls.csv", "file,started_at\n2026-06-03 first.vtt,2026-06-13T10:00:00+01:00\n");
    keeping.calls().run();
    assertThat(kept())
        .extracting(RestrictedText::sourceDate)
        .containsExactly(LocalDate.of(2026, 6, 13));

    keeping.company().put(CALL_FILE, "WEBVTT\n\n00:00:01.000 --> nonsense\n");
    keeping.calls().run();
    assertThat(keeping.rows(Tables.CALLS)).isEmpty();
    assertThat(kept()).isEmpty();
  }

  @Test
  void theOriginalsOfACorrectedMailMoveWithItAndThoseOfACallOfTheDayStay() throws IOException {
    keeping.company().put(CALL_FILE, TRANSCRIPT);
    keeping.company().put(MAIL_FILE, MAIL);
    keeping.calls().run();
    keeping.emails().run();
    keeping.company().put(MAIL_FILE, MAIL.replace("Date: 3 Jun", "Date: 13 Jun"));
    keeping.emails().run();

    assertThat(kept())
        .extracting(text -> text.source() + " " + text.sourceDate())
        .containsExactlyInAnyOrder("CALL 2026-06-03", "EMAIL 2026-06-13");
  }

  @Test
  void aMailThatABoxLosesLosesItsOriginalsAndItsCopyHasThemOnce() throws IOException {
    String other = MAIL.replace("<1@", "<2@").replace("0958", "0123");
    keeping.company().put("emails/1.mbox", mbox(MAIL, other));
    keeping.company().put("emails/2.mbox", mbox(MAIL));
    keeping.emails().run();
    assertThat(texts()).hasSize(2);

    keeping.company().put("emails/1.mbox", mbox(mail("3", ANN, BOB, 3) + "\nFine.\n"));
    keeping.emails().run();
    assertThat(texts()).containsExactly("Call me on +44 20 7946 0958. Thursday is fine.");
  }

  @Test
  void ofAPrivateMailNothingIsKept() throws IOException {
    keeping.company().put(MAIL_FILE, "Sensitivity: Private\n" + MAIL);
    keeping.emails().run();

    assertThat(keeping.rows(Tables.EMAILS)).hasSize(1);
    assertThat(kept()).isEmpty();
  }

  private List<RestrictedText> kept() {
    return keeping.restricted().read(Tables.RESTRICTED_TEXTS).collectAsList();
  }

  private List<String> texts() {
    return kept().stream().map(RestrictedText::text).toList();
  }

  private Map<String, Email> byPath() {
    Map<String, Email> mails = new TreeMap<>();
    keeping.rows(Tables.EMAILS).forEach(mail -> mails.put(mail.path(), mail));
    return mails;
  }

  private static Map<String, List<String>> files(Lake lake) {
    Map<String, List<String>> files = new TreeMap<>();
    for (Table<?> table :
        List.of(
            Tables.CALLS, Tables.PARTICIPANTS, Tables.TURNS, Tables.EMAILS, Tables.EMAIL_THREADS)) {
      files.put(table.name(), files(lake, table));
    }
    return files;
  }

  private static List<String> files(Lake lake, Table<?> table) {
    return Stream.of(lake.read(table).inputFiles()).sorted().toList();
  }

  private static String mbox(String... mails) {
    StringBuilder box = new StringBuilder();
    for (String mail : mails) {
      box.append("From - Wed Jun  3 09:00:00 2026\n").append(mail).append('\n');
    }
    return box.toString();
  }
}
