package io.talktrack.crm;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an export's dates: its own patterns first, then ISO 8601. */
final class CrmDates {
  private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 11, 22, 13, 45, 56);
  private static final List<DateTimeFormatter> ISO =
      List.of(
          DateTimeFormatter.ISO_DATE_TIME,
          DateTimeFormatter.ISO_LOCAL_DATE,
          formatter("uuuu-MM-dd HH:mm[:ss]"),
          formatter("uuuu-MM-dd'T'HH:mm:ss[.SSS]XX"));

  /** Years outside stand for no date, and the earliest cannot be written into a table. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 9999;

  private final List<DateTimeFormatter> formatters = new ArrayList<>();
  private final ZoneId zone;

  CrmDates(List<String> patterns, ZoneId zone) {
    patterns.forEach(pattern -> formatters.add(formatter(pattern)));
    formatters.addAll(ISO);
    this.zone = zone;
  }

  /** The last millisecond of a day: what is only dated was known by its end, no sooner. */
  static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MILLIS);
  }

  /** Refuses a pattern that cannot give a date: dd-mm-yyyy has minutes where the month belongs. */
  static void check(String pattern) {
    LocalDate read;
    try {
      read =
          LocalDate.from(
              formatter(pattern).parse(formatter(pattern).format(SAMPLE.atZone(ZoneOffset.UTC))));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(unusable(pattern), e);
    }

    if (!read.equals(SAMPLE.toLocalDate())) {
      throw new IllegalArgumentException(unusable(pattern));
    }
  }

  private static String unusable(String pattern) {
    return "Cannot read dates with the pattern '%s': it does not give a day, a month and a year. "
            .formatted(pattern)
        + "Write it like dd-MM-yyyy or MM/dd/yyyy HH:mm (MM is the month, mm the minute).";
  }

  LocalDate date(String field, String text) throws UnusableRecord {
    TemporalAccessor read = parse(field, text);
    return read instanceof ZonedDateTime time
        ? time.withZoneSameInstant(zone).toLocalDate()
        : LocalDate.from(read);
  }

  Instant instant(String field, String text) throws UnusableRecord {
    TemporalAccessor read = parse(field, text);
    if (read instanceof ZonedDateTime time) {
      return time.toInstant();
    }

    return read instanceof LocalDateTime time
        ? time.atZone(zone).toInstant()
        : endOf(LocalDate.from(read), zone);
  }

  private TemporalAccessor parse(String field, String text) throws UnusableRecord {
    TemporalAccessor read =
        formatters.stream()
            .flatMap(formatter -> parsed(formatter, text).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    new UnusableRecord(
                        field + " is not a date of ISO 8601 or of the mapping's patterns"));
    int year = read.get(ChronoField.YEAR);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new UnusableRecord(
          "%s is not of the years %d to %d".formatted(field, FIRST_YEAR, LAST_YEAR));
    }

    return read;
  }

  private static Optional<TemporalAccessor> parsed(DateTimeFormatter formatter, String text) {
    ParsePosition position = new ParsePosition(0);
    if (formatter.parseUnresolved(text, position) == null || position.getIndex() < text.length()) {
      return Optional.empty();
    }

    try {
      return Optional.of(
          formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException e) {
      // there is no such day, as 31-02-2026; the caller counts the record as bad
      return Optional.empty();
    }
  }

  private static DateTimeFormatter formatter(String pattern) {
    // strict resolving knows a year of era (y) only with its era
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern.replace("yyyy", "uuuu").replace("yy", "uu"))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
