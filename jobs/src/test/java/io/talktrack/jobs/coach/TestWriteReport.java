package io.talktrack.jobs.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.jobs.Outcome;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.report.ReportLanguage;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TestWriteReport {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#]*)(?:#([^\"]+))?\"");

  @TempDir private Path disk;

  @Test
  void aReportIsWrittenWholeAndOnlyWhenItsDataChanges() throws IOException {
    Path folder = disk.resolve("report");
    Lake lake = SampleLake.coached(disk.resolve("lake"));
    WriteReport job = new WriteReport(lake, SampleInput.settings(folder, ReportLanguage.EN));

    Outcome written = job.run();

    Path firstPage = folder.toRealPath().resolve("index.html");
    assertThat(written.message())
        .startsWith("report of 4 calls and 2 reps" + System.lineSeparator())
        .endsWith("Report: " + firstPage);
    assertThat(written.counters())
        .containsExactly(
            new Counter("pages", 7), new Counter("rep_pages", 2), new Counter("call_pages", 4));
    assertThat(pages(folder)).hasSize(7).allSatisfy(TestWriteReport::leadsSomewhere);
    assertThat(PublishedReport.in(folder).orElseThrow().summary())
        .contains("Calls: 4, reps: 2", "Report: " + firstPage);

    assertThat(job.run())
        .isEqualTo(
            new Outcome.NothingToDo("the report in %s is of the same data".formatted(folder)));
    assertThat(new WriteReport(lake, SampleInput.settings(folder, ReportLanguage.ZH)).run())
        .isInstanceOf(Outcome.Wrote.class);
    SampleLake.put(lake, Tables.OBJECTIONS, List.of(SampleCalls.tooExpensive(false)));
    assertThat(job.run()).isInstanceOf(Outcome.Wrote.class);
  }

  @Test
  void withoutCallsThereIsNoReport() {
    assertThat(
            new WriteReport(
                    SampleLake.in(disk.resolve("lake")),
                    SampleInput.settings(disk.resolve("report"), ReportLanguage.EN))
                .run())
        .isEqualTo(new Outcome.Skipped("there are no calls yet"));
  }

  @Test
  void aFolderWithOtherFilesIsLeftAlone() throws IOException {
    Files.writeString(disk.resolve("thesis.txt"), "years of work");
    Lake lake = SampleLake.in(disk.resolve("lake"));
    SampleLake.put(lake, Tables.CALLS, SampleInput.all().calls());

    assertThatThrownBy(
            () -> new WriteReport(lake, SampleInput.settings(disk, ReportLanguage.EN)).run())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("The report was not written: Cannot write the report to ")
        .hasMessageEndingWith("it holds files that are no report. Name a new folder.");
  }

  private static List<Path> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  private static void leadsSomewhere(Path page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
      assertThat(target).exists();
      if (link.group(2) != null) {
        assertThat(Files.readString(target)).contains("id=\"" + link.group(2) + "\"");
      }
    }
  }
}
