package io.talktrack.transcript;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When a conversation began, as its file is called.
 *
 * @param isUtc false where the name leaves the zone open: then it is the company's
 */
public record DateInName(LocalDate date, Optional<LocalTime> time, boolean isUtc) {
  public DateInName {
    requireNonNull(date, "date is null");
    requireNonNull(time, "time is null");
  }
}
