package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.Call;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.email.Email;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.jobs.TinyCompany;
import io.talktrack.knowledge.KnowledgePassage;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestIngestArchives {
  private static final String CALL =
      TinyCompany.webVtt("Ann: Hello there.", "Bob: Hi.", "Ann: So.");

  @TempDir private Path folder;

  @Test
  void callsInArchivesAreReadOnceAndOneBadFileHarmsNoOther() throws IOException {
    Intake intake = new Intake(folder);
    zip(
        "calls/export.zip",
        Map.of(
            "2026-06-02 first.vtt",
            CALL,
            "2026-06-03/second.vtt",
            CALL.replace("Hi", "Hey"),
            "../2026-06-04 out.vtt",
            CALL,
            "2026-06-05 bomb.vtt",
            "\0".repeat(3 << 19)));
    try (OutputStream gzip = new GZIPOutputStream(file("calls/2026-06-06 third.vtt.gz"))) {
      gzip.write(CALL.replace("Hi", "Hm").getBytes(StandardCharsets.UTF_8));
    }

    assertThat(intake.calls().run().message())
        .isEqualTo("3 calls from 5 files: 3 processed, 2 quarantined, 0 duplicates");
    assertThat(intake.rows(Tables.CALLS))
        .extracting(Call::path)
        .containsExactlyInAnyOrder(
            "calls/export.zip!/2026-06-02 first.vtt",
            "calls/export.zip!/2026-06-03/second.vtt",
            "calls/2026-06-06 third.vtt.gz");
    assertThat(intake.rows(Tables.QUARANTINE))
        .extracting(QuarantinedInput::reason)
        .containsExactlyInAnyOrder("UNSAFE_NAME", "TOO_LARGE");
    assertThat(intake.calls().run().message()).isEqualTo("no file is new or changed");
  }

  @Test
  void aChangedArchiveChangesOnlyTheCallThatDiffers() throws IOException {
    Intake intake = new Intake(folder);
    Map<String, String> files =
        new TreeMap<>(
            Map.of("2026-06-02 a.vtt", CALL, "2026-06-03 b.vtt", CALL.replace("Hi", "X")));
    zip("calls/export.zip", files);
    intake.calls().run();
    Map<String, String> before = versions(intake);

    files.put("2026-06-03 b.vtt", CALL.replace("Hi", "Hello again"));
    zip("calls/export.zip", files);
    intake.calls().run();

    Map<String, String> after = versions(intake);
    assertThat(after).hasSize(2).isNotEqualTo(before);
    assertThat(after.get("calls/export.zip!/2026-06-02 a.vtt"))
        .isEqualTo(before.get("calls/export.zip!/2026-06-02 a.vtt"));
  }

  @Test
  void mailsInArchivesAreReadAndATornArchiveIsTold() throws IOException {
    Intake intake = new Intake(folder);
    zip(
        "emails/export.zip",
        Map.of(
            "inbox/1.eml",
            TinyCompany.mail("1", "Ann <ann@lumen.example>", "Bob <bob@acre.example>", 3)
                + "\nThank you.\n"));
    try (OutputStream torn = file("emails/torn.zip")) {
      torn.write(new byte[] {'P', 'K', 3, 4, 0, 0});
    }

    intake.emails().run();

    assertThat(intake.rows(Tables.EMAILS))
        .extracting(Email::path)
        .containsExactly("emails/export.zip!/inbox/1.eml");
    assertThat(intake.rows(Tables.RAW_FILES))
        .extracting(RawFile::path, RawFile::status)
        .containsExactlyInAnyOrder(
            tuple("emails/export.zip!/inbox/1.eml", "PROCESSED"),
            tuple("emails/torn.zip", "QUARANTINED"));
    assertThat(intake.rows(Tables.QUARANTINE))
        .extracting(QuarantinedInput::reason)
        .containsExactly("TORN");
  }

  @Test
  void exportsAndDocumentsMayBePackedToo() throws IOException {
    Intake intake = new Intake(folder);
    zip(
        "crm/export-2026-07-01.zip",
        Map.of(
            "data/Account.csv",
            "account_id,name\nA1,Acre Foods\n",
            "data/opportunities.csv",
            "opportunity_id,account_id,name,stage\nO1,A1,Plan,Discovery\n"));
    try (OutputStream gzip = new GZIPOutputStream(file("crm/contacts.csv.gz"))) {
      gzip.write("account_id,name\nA1,Bob Buyer\n".getBytes(StandardCharsets.UTF_8));
    }
    zip("knowledge/handbook.zip", Map.of("prices.md", "# Prices\n\nIt costs 900.\n"));
    try (OutputStream gzip = new GZIPOutputStream(file("knowledge/terms.md.gz"))) {
      gzip.write("Thirty days.\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(intake.crm().run().message())
        .isEqualTo(
            "1 accounts, 1 contacts, 0 reps, 1 opportunities from 3 files: 3 processed, 0"
                + " quarantined, 0 duplicates");
    assertThat(intake.knowledge().run().message())
        .isEqualTo("2 passages from 2 files: 2 processed, 0 quarantined, 0 duplicates");
    assertThat(intake.rows(Tables.OPPORTUNITY_HISTORY))
        .extracting(OpportunityChange::validFrom)
        .allSatisfy(from -> assertThat(from).isBefore(Instant.parse("2026-07-02T00:00:00Z")));
    assertThat(intake.rows(Tables.KNOWLEDGE_PASSAGES))
        .extracting(KnowledgePassage::title)
        .containsExactlyInAnyOrder("Prices", "terms");
    assertThat(intake.crm().run().message()).isEqualTo("no file is new or changed");
    assertThat(intake.knowledge().run().message()).isEqualTo("no file is new or changed");
  }

  private static Map<String, String> versions(Intake intake) {
    Map<String, String> versions = new TreeMap<>();
    intake.rows(Tables.CALLS).forEach(call -> versions.put(call.path(), call.contentHash()));
    return versions;
  }

  private void zip(String path, Map<String, String> files) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(file(path))) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private OutputStream file(String path) throws IOException {
    Path file = folder.resolve("input").resolve(path);
    Files.createDirectories(file.getParent());
    return Files.newOutputStream(file);
  }
}
