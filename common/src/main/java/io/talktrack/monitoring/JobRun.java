package io.talktrack.monitoring;

import java.time.Instant;
import java.util.List;

/**
 * What one job did. One row per run and job.
 *
 * @param outcome WROTE, NOTHING_TO_DO, SKIPPED, REFUSED or FAILED
 * @param exitStatus what the job alone would exit with
 * @param message without customer text or names
 */
public record JobRun(
    String runId,
    String job,
    Instant startedAt,
    Instant finishedAt,
    String outcome,
    int exitStatus,
    String message,
    List<Counter> counters) {

  /** A number that a job counted, such as forward passes or rows per table. */
  public record Counter(String name, long value) {}
}
