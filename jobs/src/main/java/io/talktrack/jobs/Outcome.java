package io.talktrack.jobs;

import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.table.DayRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a job did. */
public sealed interface Outcome {
  /** What was done or why not, in one line, without customer text or names. */
  String message();

  /** What the job alone exits with. */
  int exitStatus();

  default List<Counter> counters() {
    return List.of();
  }

  default String kind() {
    return getClass()
        .getSimpleName()
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toUpperCase(Locale.ROOT);
  }

  /** New rows are committed. */
  record Wrote(String message, List<Counter> counters) implements Outcome {
    public Wrote {
      counters = List.copyOf(counters);
    }

    @Override
    public int exitStatus() {
      return 0;
    }
  }

  /** All that the input holds is in the tables already. */
  record NothingToDo(String message) implements Outcome {
    /** The same, told to somebody who asked for days to be worked out anew. */
    public NothingToDo onDays(Optional<DayRange> again) {
      return again
          .map(days -> new NothingToDo("%s, and nothing is of %s".formatted(message, days)))
          .orElse(this);
    }

    @Override
    public int exitStatus() {
      return 99;
    }
  }

  /** The stage has no input at all. */
  record Skipped(String message) implements Outcome {
    @Override
    public int exitStatus() {
      return 99;
    }
  }

  /** More of the input was unreadable than the settings allow; what could be read is committed. */
  record OverQuarantineLimit(String message, List<Counter> counters) implements Outcome {
    public OverQuarantineLimit {
      counters = List.copyOf(counters);
    }

    @Override
    public int exitStatus() {
      return 4;
    }
  }

  /** Measured quality is below what was asked for. */
  record BelowQualityGate(String message) implements Outcome {
    @Override
    public int exitStatus() {
      return 3;
    }
  }
}
