package io.talktrack.table;

import java.time.LocalDate;

/** The days from a first to a last one, both of them included. */
public record DayRange(LocalDate first, LocalDate last) {
  public DayRange {
    if (first.isAfter(last)) {
      throw new IllegalArgumentException(
          "Cannot take the days from %s to %s: the first is after the last. Give the earlier day by --from."
              .formatted(first, last));
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  @Override
  public String toString() {
    return first + " to " + last;
  }
}
