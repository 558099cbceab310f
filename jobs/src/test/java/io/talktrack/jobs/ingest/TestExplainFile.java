package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.crm.CrmKind;
import io.talktrack.jobs.Outcome;
import io.talktrack.mail.MailFormat;
import io.talktrack.transcript.TranscriptColumns;
import io.talktrack.transcript.TranscriptFormat;
import io.talktrack.transcript.TranscriptFormats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestExplainFile {
  private static final String CALL =
      """
      WEBVTT

      00:00:01.000 --> 00:00:03.000
      <v Ann Seller>Hi, is now a good time to talk about the offer?

      00:00:03.500 --> 00:00:06.000
      <v Bob Buyer>Sure. My mail is bob@buyer.example by the way.
      """;

  @TempDir private Path folder;

  @Test
  void aCallIsToldWithItsEvidenceAndWithoutPersonalData() throws IOException {
    Outcome outcome = explain(put("2026-05-04 10-15 first.vtt", CALL));

    assertThat(outcome.exitStatus()).isZero();
    assertThat(outcome.message())
        .startsWith("a call in the format webvtt\n")
        .contains("why          the first line is WEBVTT")
        .contains("starts       2026-05-04 10:15 Europe/London, as its name or folder says")
        .contains("conversation 2026-05-04 10-15 first\n")
        .contains("language     en")
        .contains("2 cues (2 with times), 2 turns, 2 speakers, 21 words (0 with times)")
        .contains("00:00:03 speaker 2  Sure.")
        .contains("My mail is [EMAIL] by the way.")
        .doesNotContain("bob@buyer.example", "Bob Buyer");
  }

  @Test
  void aCallWithoutADateSaysWhereItCouldComeFrom() throws IOException {
    assertThat(explain(put("first.vtt", CALL)).message())
        .contains("it would go to quarantine (NO_DATE) unless calls/calls.csv has its started_at");
  }

  @Test
  void whatCannotBeReadIsToldWithTheNextStep() throws IOException {
    Outcome outcome = explain(put("notes.txt", "call them back on Monday"));

    assertThat(outcome.exitStatus()).isEqualTo(4);
    assertThat(outcome.message())
        .isEqualTo(
            "it would go to quarantine\n  Cannot read transcript: UNKNOWN_FORMAT, no transcript"
                + " format matches. See 'talktrack ingest formats' for those that do.");
  }

  @Test
  void anArchivesFilesAreExplainedOneByOne() throws IOException {
    Path archive = folder.resolve("export.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("2026-05-04 first.vtt"));
      zip.write(CALL.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(explain(archive.toString()).message())
        .isEqualTo(
            "an archive of 1 files\n  each of them: talktrack ingest explain '%s!/2026-05-04 first.vtt'"
                .formatted(archive));
    assertThat(explain(archive + "!/2026-05-04 first.vtt").message())
        .startsWith("a call in the format webvtt\n")
        .contains("2026-05-04 (the day alone), as its name");
  }

  @Test
  void aMailIsToldToo() throws IOException {
    Outcome outcome =
        explain(
            put(
                "a.eml",
                "From: a@x.example\nTo: b@y.example\nSubject: Prices\n\nCall bob@buyer.example\n"));

    assertThat(outcome.message())
        .startsWith("e-mail in the format eml\n")
        .contains("1 e-mails, of which 1 would go to quarantine [NO_DATE]")
        .contains("Prices", "Call [EMAIL]")
        .doesNotContain("bob@buyer.example");
  }

  @Test
  void columnsOfTheSettingsCount() throws IOException {
    String table = put("2026-05-04.csv", "Wer,Wortlaut\nAnn,Hello there.\n");
    IngestSettings settings =
        settings(new TranscriptColumns(Map.of("speaker", "Wer", "text", "Wortlaut")));

    assertThat(new ExplainFile(table, 1 << 20, settings).run().message())
        .startsWith("a call in the format csv\n")
        .contains("why          its columns are speaker, text");
  }

  @Test
  void aFileThatIsNotThereIsAUsersMistake() {
    assertThatThrownBy(() -> explain("nowhere.vtt"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot explain nowhere.vtt: there is no readable file. Give a file's path, or"
                + " archive.zip!/entry.");
  }

  @Test
  void everyFormatIsListedWithItsExample() {
    String list = FormatList.text();

    for (TranscriptFormat format : TranscriptFormats.all()) {
      assertThat(list)
          .contains("\n" + format.name() + "\n", format.example().stripTrailing().indent(4));
    }
    for (MailFormat format : MailFormat.values()) {
      assertThat(list)
          .contains("\n" + format.name().toLowerCase(Locale.ROOT).replace('_', '-') + "\n");
    }
    for (CrmKind kind : CrmKind.values()) {
      assertThat(list).contains("\n" + kind.tableName() + "\n    files: ");
    }
    assertThat(list)
        .contains(
            "\ncontacts\n    files: contacts, contact\n    needed: account_id\n    read where they are there: contact_id, name, email, ");
  }

  private static Outcome explain(String file) {
    return new ExplainFile(file, 1 << 20, settings(TranscriptColumns.USUAL)).run();
  }

  private static IngestSettings settings(TranscriptColumns columns) {
    return new IngestSettings(ZoneId.of("Europe/London"), 2000, columns, 0.5, Set.of());
  }

  private String put(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
