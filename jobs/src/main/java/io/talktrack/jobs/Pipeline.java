package io.talktrack.jobs;

import io.talktrack.monitoring.JobRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/** Runs jobs one after the other, tells what each did, and stops where one fails. */
final class Pipeline {
  static final int NOTHING_TO_DO = 99;
  private static final int UNCHANGED = 0;

  private final Console console;
  private final Consumer<List<JobRun>> journal;

  /**
   * @param journal gets the runs once, at the end, unless no job had anything to do
   */
  Pipeline(Console console, Consumer<List<JobRun>> journal) {
    this.console = console;
    this.journal = journal;
  }

  /**
   * The exit status of all jobs together: 99 where none had anything to do, else the worst.
   *
   * @return a failed job's own status; no job after it runs
   */
  int run(List<Job> jobs) {
    String runId = UUID.randomUUID().toString();
    List<JobRun> runs = new ArrayList<>();
    for (Job job : jobs) {
      console.begin("[%d/%d] %s … ".formatted(runs.size() + 1, jobs.size(), job.name()));
      Instant startedAt = Instant.now();
      try {
        Outcome outcome = job.run();
        runs.add(
            row(
                runId,
                job,
                startedAt,
                outcome.kind(),
                outcome.exitStatus(),
                outcome.message(),
                outcome.counters()));
        tell(outcome.message(), startedAt);
      } catch (Throwable thrown) {
        Failure failure = Failure.of(thrown);
        tell("failed", startedAt);
        failure.tell(console, thrown);
        runs.add(
            row(runId, job, startedAt, "FAILED", failure.status(), failure.message(), List.of()));
        keepAfterFailure(runs);
        return failure.status();
      }
    }
    if (status(runs) != NOTHING_TO_DO) {
      journal.accept(runs);
    }
    return status(runs);
  }

  private static JobRun row(
      String runId,
      Job job,
      Instant startedAt,
      String outcome,
      int exitStatus,
      String message,
      List<JobRun.Counter> counters) {
    return new JobRun(
        runId, job.name(), startedAt, Instant.now(), outcome, exitStatus, message, counters);
  }

  private static int status(List<JobRun> runs) {
    if (runs.stream().allMatch(run -> run.exitStatus() == NOTHING_TO_DO)) {
      return NOTHING_TO_DO;
    }
    return runs.stream()
        .mapToInt(JobRun::exitStatus)
        .filter(status -> status != NOTHING_TO_DO)
        .max()
        .orElse(UNCHANGED);
  }

  // the failure is what the user must hear of, also where the lake itself is what fails
  private void keepAfterFailure(List<JobRun> runs) {
    try {
      journal.accept(runs);
    } catch (RuntimeException e) {
      console.problem(
          "The failure could not be noted in ops.job_runs either: " + Failure.of(e).message());
    }
  }

  private void tell(String message, Instant startedAt) {
    double seconds = Duration.between(startedAt, Instant.now()).toMillis() / 1000.0;
    String[] lines = message.split("\\R", 2);
    console.line(String.format(Locale.ROOT, "%s (%.1f s)", lines[0], seconds));
    if (lines.length > 1) {
      console.line(lines[1]);
    }
  }
}
