package io.talktrack.jobs.forecast;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The days before the as-of day that get features too.
 *
 * @param stepDays between two of them, 0 for none
 */
public record Backfill(int stepDays) {
  private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);

  public Backfill {
    if (stepDays < 0) {
      throw new IllegalArgumentException(
          "Cannot backfill every %d days: give 1 or more, or 0 for none".formatted(stepDays));
    }
  }

  public static Backfill none() {
    return new Backfill(0);
  }

  public static Backfill mondays() {
    return new Backfill(7);
  }

  /**
   * The as-of day and the backfilled days from {@code first} on. Steps are counted from a Monday
   * long ago, so that runs of different days fill the same ones.
   */
  SortedSet<LocalDate> days(LocalDate first, LocalDate asOf) {
    SortedSet<LocalDate> days = new TreeSet<>();
    days.add(asOf);
    if (stepDays > 0) {
      long late = Math.floorMod(first.toEpochDay() - A_MONDAY.toEpochDay(), stepDays);
      LocalDate start = late == 0 ? first : first.plusDays(stepDays - late);
      for (LocalDate day = start; day.isBefore(asOf); day = day.plusDays(stepDays)) {
        days.add(day);
      }
    }

    return days;
  }
}
