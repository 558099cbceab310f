package io.talktrack.jobs.forecast;

import io.talktrack.table.DayRange;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The days besides the as-of day that get features too.
 *
 * @param stepDays between two of them, 0 for none
 * @param range where they lie; empty for from the first day that the CRM knows to the as-of day
 */
public record Backfill(int stepDays, Optional<DayRange> range) {
  private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);

  public Backfill {
    if (stepDays < 0) {
      throw new IllegalArgumentException(
          "Cannot backfill every %d days: give 1 or more, or 0 for none".formatted(stepDays));
    }
  }

  Backfill(int stepDays) {
    this(stepDays, Optional.empty());
  }

  public static Backfill none() {
    return new Backfill(0);
  }

  public static Backfill mondays() {
    return mondays(Optional.empty());
  }

  /** The Mondays of a range, else all of them before the as-of day. */
  public static Backfill mondays(Optional<DayRange> range) {
    return new Backfill(7, range);
  }

  /** Every day of a range, else none. */
  public static Backfill of(Optional<DayRange> range) {
    return new Backfill(range.isPresent() ? 1 : 0, range);
  }

  /**
   * The as-of day and the backfilled days, without a range from {@code first} on. Steps are counted
   * from a Monday long ago, so that runs of different days fill the same ones.
   */
  SortedSet<LocalDate> days(LocalDate first, LocalDate asOf) {
    SortedSet<LocalDate> days = new TreeSet<>();
    days.add(asOf);
    if (stepDays > 0) {
      LocalDate from = range.map(DayRange::first).orElse(first);
      LocalDate to = range.map(DayRange::last).orElse(asOf);
      long late = Math.floorMod(from.toEpochDay() - A_MONDAY.toEpochDay(), stepDays);
      LocalDate start = late == 0 ? from : from.plusDays(stepDays - late);
      for (LocalDate day = start; !day.isAfter(to); day = day.plusDays(stepDays)) {
        days.add(day);
      }
    }

    return days;
  }
}
