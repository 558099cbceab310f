package io.talktrack.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.CoverageView;
import io.talktrack.report.page.InsightView;
import io.talktrack.report.page.TeamPage;
import io.talktrack.report.page.Tone;
import io.talktrack.report.page.TurnLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportFolder {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  @TempDir private Path disk;
  private Path root;

  @BeforeEach
  void nameRoot() {
    root = disk.resolve("report");
  }

  @Test
  void anEmptyTeamHasAPage() throws IOException {
    Path first = publish(team("Empty"));

    assertThat(first).isEqualTo(root.toRealPath().resolve("index.html"));
    assertThat(names(root))
        .containsExactly(
            ".talktrack-report", "calls.csv", "index.html", "objections.csv", "reps.csv");
    assertThat(WrittenReport.text(first)).contains("No rep has a call in this period.");
  }

  @Test
  void theOldReportStaysUntilTheNewOneIsPublished() throws IOException {
    publish(team("Old"), call("gone"));

    try (ReportFolder report = ReportFolder.create(root, ReportLanguage.EN)) {
      report.write(team("New"));
      assertThat(WrittenReport.text(root.resolve("index.html"))).contains("<h1>Old</h1>");
      assertThat(root.resolve("call-gone.html")).exists();
      report.publish();
    }

    assertThat(WrittenReport.text(root.resolve("index.html"))).contains("<h1>New</h1>");
    assertThat(root.resolve("call-gone.html")).doesNotExist();
    assertThat(names(disk)).containsExactly(".report.lock", "report");
  }

  @Test
  void whatIsNotPublishedLeavesNoTrace() throws IOException {
    publish(team("Old"));

    try (ReportFolder report = ReportFolder.create(root, ReportLanguage.EN)) {
      report.write(team("New"));
    }

    assertThat(WrittenReport.text(root.resolve("index.html"))).contains("<h1>Old</h1>");
    assertThat(names(disk)).containsExactly(".report.lock", "report");
  }

  @Test
  void aRunThatDiedBetweenTheTwoMovesIsUndone() throws IOException {
    publish(team("Old"));
    Files.move(root, disk.resolve(".report.old"));
    Files.createDirectory(disk.resolve(".report.new"));
    Files.writeString(disk.resolve(".report.new/index.html"), "half");

    ReportFolder.create(root, ReportLanguage.EN).close();

    assertThat(WrittenReport.text(root.resolve("index.html"))).contains("<h1>Old</h1>");
    assertThat(names(disk)).containsExactly(".report.lock", "report");
  }

  @Test
  void aFolderWithOtherFilesIsNeverReplaced() throws IOException {
    Files.createDirectory(root);
    Files.writeString(root.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> ReportFolder.create(root, ReportLanguage.EN))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "Cannot write the report to %s: it holds files that are no report. Name a new folder."
                .formatted(root.toRealPath()));
    assertThat(root.resolve("thesis.txt")).exists();
  }

  @Test
  void twoRunsNeverWriteOneReport() throws IOException {
    try (ReportFolder first = ReportFolder.create(root, ReportLanguage.EN)) {
      assertThatThrownBy(() -> ReportFolder.create(root, ReportLanguage.EN))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("another run is writing it. Run again when it has ended.");
      first.write(team("First"));
      first.publish();
    }

    assertThat(root.resolve("index.html")).exists();
  }

  @Test
  void pagesAreNamedOnlyAfterPlainIds() throws IOException {
    try (ReportFolder report = ReportFolder.create(root, ReportLanguage.EN)) {
      for (String id : List.of("../up", "", "a.b", "a/b", "报告", "con:", "x".repeat(129))) {
        assertThatThrownBy(() -> report.write(call(id)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("Cannot name a page after an id of ");
      }
    }
  }

  @Test
  void idsThatAreOneFileOnSomeDisksAreRefused() throws IOException {
    try (ReportFolder report = ReportFolder.create(root, ReportLanguage.EN)) {
      report.write(call("aB"));

      assertThatThrownBy(() -> report.write(call("Ab")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Page call-Ab.html was written before, as call-aB.html");
      assertThat(Files.readString(disk.resolve(".report.new/call-aB.html"))).isNotEmpty();
    }
  }

  @Test
  void aReportWhoseLinksLeadNowhereIsNotPublished() throws IOException {
    try (ReportFolder report = ReportFolder.create(root, ReportLanguage.EN)) {
      report.write(team("Team", new TurnLink("c1", DAY, 3), new TurnLink("c2", DAY, 0)));
      report.write(call("c1"));

      assertThatThrownBy(report::publish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Cannot publish the report: 3 links lead nowhere, among them "
                  + "[call-c1.html#t3, call-c2.html, call-c2.html#t0]");
    }

    assertThat(root).doesNotExist();
  }

  private Path publish(TeamPage team, CallPage... calls) throws IOException {
    try (ReportFolder report = ReportFolder.create(root, ReportLanguage.EN)) {
      report.write(team);
      for (CallPage call : calls) {
        report.write(call);
      }

      return report.publish();
    }
  }

  private static TeamPage team(String company, TurnLink... links) {
    return new TeamPage(
        company,
        DAY,
        DAY,
        new CoverageView(0, 0, 0, 0, 0, 0, List.of()),
        List.of(),
        List.of(),
        List.of(new InsightView(null, null, "Ask more.", Tone.IMPROVE, List.of(links))),
        List.of(),
        List.of(),
        List.of());
  }

  private static CallPage call(String id) {
    return new CallPage(
        new CallRow(
            id,
            LocalDateTime.of(2026, 9, 1, 9, 0),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            0),
        "en",
        "NONE",
        null,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
