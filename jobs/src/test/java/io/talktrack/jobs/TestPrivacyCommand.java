package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPrivacyCommand {
  @TempDir private Path folder;

  private final Screen screen = new Screen();

  @Test
  void checkPrintsWhatWouldBeMaskedAndNotTheTextItself() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mail dana@b.example, it is 90");

    assertThat(run("privacy", "check", file.toString())).isZero();
    assertThat(screen.output())
        .contains("line 1, 5-19: [EMAIL], email.written: the form of a mailbox")
        .contains("mail [EMAIL], it is 90")
        .doesNotContain("dana@b.example");
  }

  @Test
  void originalsArePrintedWhenAskedFor() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mail dana@b.example");

    assertThat(run("privacy", "check", file.toString(), "--show-originals")).isZero();
    assertThat(screen.output()).contains("[EMAIL] = dana@b.example");
  }

  @Test
  void whomTheCrmKnowsIsMaskedToo() throws IOException {
    Path crm = Files.createDirectories(folder.resolve("input/crm"));
    Files.writeString(crm.resolve("accounts.csv"), "account_id,name\na1,Orrin Mills\n");
    Files.writeString(
        crm.resolve("contacts.csv"),
        "contact_id,account_id,name,email\nc1,a1,Zorah Quillby,z@orrin.example\n");
    Path file = Files.writeString(folder.resolve("notes.txt"), "then zorah quillby said no");

    assertThat(run("privacy", "check", file.toString(), "--input=" + folder.resolve("input")))
        .isZero();
    assertThat(screen.output()).contains("then [NAME] said no").doesNotContain("quillby");
  }

  @Test
  void itIsSaidWhereNoCrmIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "nothing");

    assertThat(run("privacy", "check", file.toString(), "--input=" + folder)).isZero();
    assertThat(screen.output())
        .contains(
            "There is no %s: names that only a CRM would know are not masked here. Pass --input DIR."
                .formatted(folder.resolve("crm")));
  }

  @Test
  void aMissingFileIsAUsageError() {
    assertThat(run("privacy", "check", folder.resolve("none.vtt").toString())).isEqualTo(2);
    assertThat(screen.problems())
        .contains(
            "Cannot read " + folder.resolve("none.vtt"), "NoSuchFileException", "Check the path.");
  }

  @Test
  void aFileOverTheLimitIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("long.txt"), "x".repeat(2048));

    assertThat(run("privacy", "check", file.toString(), "--set", "ingest.max-file-size=1k"))
        .isEqualTo(2);
    assertThat(screen.problems()).contains("it is larger than ingest.max-file-size");
  }

  private int run(String... args) {
    FakeStages stages = new FakeStages(name -> new Outcome.NothingToDo("not asked for"));
    return Main.run(args, stages, screen.console(), Map.of());
  }
}
