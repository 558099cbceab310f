package io.talktrack.table;

import java.time.LocalDate;
import java.util.SortedSet;

/** What a job has to do: the days that hold a new, changed or withdrawn conversation. */
public record Work(SortedSet<LocalDate> days) {
  public boolean isEmpty() {
    return days.isEmpty();
  }
}
