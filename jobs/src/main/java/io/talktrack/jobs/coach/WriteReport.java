package io.talktrack.jobs.coach;

import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.report.ReportFolder;
import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.RepPage;
import io.talktrack.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes the coaching report: a page for the team, for every rep and for every call. */
public final class WriteReport implements Job {
  /** Changes whenever the pages do, for the same input. */
  private static final String DEFINITION = "report-2";

  private final Lake lake;
  private final ReportSettings settings;

  public WriteReport(Lake lake, ReportSettings settings) {
    this.lake = lake;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "coach report";
  }

  @Override
  public Outcome run() {
    ReportInput input = ReportInput.read(lake);
    if (input.calls().isEmpty()) {
      return new Outcome.Skipped("there are no calls yet");
    }

    String version = version(input, settings);
    try {
      boolean isPublished =
          PublishedReport.in(settings.folder())
              .filter(published -> published.version().equals(version))
              .isPresent();
      if (isPublished) {
        return new Outcome.NothingToDo(
            "the report in %s is of the same data".formatted(settings.folder()));
      }

      return write(Report.of(input, settings), version);
    } catch (IOException e) {
      throw new UncheckedIOException("The report was not written: " + e.getMessage(), e);
    }
  }

  private Outcome write(Report report, String version) throws IOException {
    Path firstPage;
    List<String> summary;
    try (ReportFolder folder = ReportFolder.create(settings.folder(), settings.language())) {
      folder.write(report.team());
      for (RepPage page : report.reps()) {
        folder.write(page);
      }

      for (CallPage page : report.calls()) {
        folder.write(page);
      }
      firstPage = folder.publish();
      summary = Summary.of(report.team(), firstPage);
      // a report without this file is written again
      new PublishedReport(version, summary).writeTo(firstPage.getParent());
    }

    int reps = report.reps().size();
    int calls = report.calls().size();
    return new Outcome.Wrote(
        String.format(
            Locale.ROOT,
            "report of %,d calls and %,d reps%n%s",
            calls,
            reps,
            String.join(System.lineSeparator(), summary)),
        List.of(
            new Counter("pages", 1L + reps + calls),
            new Counter("rep_pages", reps),
            new Counter("call_pages", calls)));
  }

  private static String version(ReportInput input, ReportSettings settings) {
    return DEFINITION
        + "-"
        + Fingerprint.of(
            List.of(
                "input " + input.fingerprint(),
                "language " + settings.language(),
                "zone " + settings.zone(),
                "company " + settings.company(),
                "playbook " + settings.playbook().version(),
                "trackers " + settings.trackers().version()));
  }
}
