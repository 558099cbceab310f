package io.talktrack.jobs;

import io.talktrack.table.DayRange;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What commands that work day by day understand besides. */
final class DayOptions {
  @Option(
      names = "--from",
      paramLabel = "YYYY-MM-DD",
      description =
          "First of the days to work out anew, though nothing on them changed; needs --to.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "YYYY-MM-DD",
      description = "Last of these days; what is new is done as always.")
  private LocalDate to;

  /** The days to work out anew, where the user gave any. */
  Optional<DayRange> again() {
    if (from == null && to == null) {
      return Optional.empty();
    }
    if (from == null || to == null) {
      throw new SettingsException(
          "Cannot tell which days to work out anew: %s is given without %s. Give both, for one day twice the same."
              .formatted(from == null ? "--to" : "--from", from == null ? "--from" : "--to"));
    }

    return Optional.of(new DayRange(from, to));
  }
}
