package io.talktrack.jobs;

import static io.talktrack.jobs.FakeStages.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.delta.exceptions.ConcurrentAppendException;
import io.talktrack.monitoring.JobRun;
import io.talktrack.monitoring.JobRun.Counter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestPipeline {
  private static final Outcome NOTHING = new Outcome.NothingToDo("all calls are there");
  private static final Outcome WROTE =
      new Outcome.Wrote("62 calls, 1,873 turns", List.of(new Counter("calls", 62)));

  private final Screen screen = new Screen();
  private final List<JobRun> kept = new ArrayList<>();
  private final Pipeline pipeline = new Pipeline(screen.console(), kept::addAll);

  @Test
  void everyJobIsToldWithItsPlaceOutcomeAndTime() {
    int status =
        pipeline.run(
            List.of(
                job("ingest calls", name -> WROTE),
                job("ingest emails", name -> new Outcome.Skipped("there is no emails/")),
                job("coach report", name -> new Outcome.Wrote("12 reps\nline two", List.of()))));

    assertThat(status).isZero();
    assertThat(screen.output())
        .matches(
            """
            \\[1/3\\] ingest calls … 62 calls, 1,873 turns \\(\\d+\\.\\d s\\)
            \\[2/3\\] ingest emails … there is no emails/ \\(\\d+\\.\\d s\\)
            \\[3/3\\] coach report … 12 reps \\(\\d+\\.\\d s\\)
            line two
            """);
    assertThat(kept)
        .extracting(JobRun::job, JobRun::outcome, JobRun::exitStatus)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ingest calls", "WROTE", 0),
            org.assertj.core.groups.Tuple.tuple("ingest emails", "SKIPPED", 99),
            org.assertj.core.groups.Tuple.tuple("coach report", "WROTE", 0));
    assertThat(kept).extracting(JobRun::runId).containsOnly(kept.get(0).runId());
    assertThat(kept.get(0).counters()).containsExactly(new Counter("calls", 62));
  }

  @Test
  void nothingIsKeptWhereThereWasNothingToDo() {
    assertThat(pipeline.run(List.of(job("a", name -> NOTHING), job("b", name -> NOTHING))))
        .isEqualTo(99);
    assertThat(kept).isEmpty();
  }

  @Test
  void theWorstStatusCountsAndLaterJobsStillRun() {
    int status =
        pipeline.run(
            List.of(
                job("a", name -> new Outcome.OverQuarantineLimit("7 of 62", List.of())),
                job("b", name -> NOTHING),
                job("c", name -> WROTE)));

    assertThat(status).isEqualTo(4);
    assertThat(kept).hasSize(3);
  }

  @Test
  void aFailureEndsTheRunAndIsKept() {
    int status =
        pipeline.run(
            List.of(
                job("a", name -> WROTE),
                job("b", name -> failing(new IllegalStateException("customer said so"))),
                job("c", name -> WROTE)));

    assertThat(status).isEqualTo(1);
    assertThat(kept).extracting(JobRun::outcome).containsExactly("WROTE", "FAILED");
    assertThat(screen.output()).contains("[2/3] b … failed").doesNotContain("[3/3]");
    assertThat(screen.problems())
        .contains("Cannot go on: IllegalStateException.")
        .doesNotContain("customer said so");
  }

  @Test
  void theStackTraceGoesToAFileThatIsNamed() throws Exception {
    pipeline.run(List.of(job("b", name -> failing(new IllegalStateException("what broke")))));

    String path = screen.problems().replaceAll("(?s).*The stack trace is in (\\S+) .*", "$1");
    assertThat(Files.readString(Path.of(path)))
        .contains("java.lang.IllegalStateException: what broke")
        .contains("at io.talktrack.jobs.TestPipeline");
    Files.delete(Path.of(path));
  }

  @Test
  void aLostRaceForATableMeansTryAgain() {
    Exception conflict = new ConcurrentAppendException("files were added to the root");

    assertThat(pipeline.run(List.of(job("a", name -> failing(new RuntimeException(conflict))))))
        .isEqualTo(75);
    assertThat(screen.problems()).contains("Run the command again");
  }

  @Test
  void aFailureIsToldAlsoWhereItCannotBeKept() {
    Pipeline broken =
        new Pipeline(
            screen.console(),
            runs -> {
              throw new IllegalStateException("the disk is full");
            });

    assertThat(
            broken.run(
                List.of(
                    job("a", name -> failing(new SettingsException("Cannot read: wrong key"))))))
        .isEqualTo(2);
    assertThat(screen.problems())
        .contains("Cannot read: wrong key")
        .contains("could not be noted in ops.job_runs either");
  }

  private static Outcome failing(RuntimeException e) {
    throw e;
  }
}
