package io.talktrack.metric;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** When a company can be expected to answer. */
public record BusinessHours(ZoneId zone, LocalTime start, LocalTime end, Set<DayOfWeek> days) {
  public BusinessHours {
    days = Set.copyOf(days);
    if (!start.isBefore(end) || days.isEmpty()) {
      throw new IllegalArgumentException(
          "Business hours need a day, and a start before their end: %s to %s on %d days"
              .formatted(start, end, days.size()));
    }
  }

  /** Whole minutes of business hours between two instants. */
  public long minutesBetween(Instant from, Instant to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "Cannot count minutes from %s back to %s. Swap them.".formatted(from, to));
    }

    Duration open = Duration.ZERO;
    LocalDate last = to.atZone(zone).toLocalDate();
    for (LocalDate day = from.atZone(zone).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (days.contains(day.getDayOfWeek())) {
        open = open.plus(shared(day, from, to));
      }
    }

    return open.toMinutes();
  }

  private Duration shared(LocalDate day, Instant from, Instant to) {
    Instant opens = day.atTime(start).atZone(zone).toInstant();
    Instant closes = day.atTime(end).atZone(zone).toInstant();
    Instant begin = opens.isAfter(from) ? opens : from;
    Instant finish = closes.isBefore(to) ? closes : to;
    return finish.isAfter(begin) ? Duration.between(begin, finish) : Duration.ZERO;
  }
}
