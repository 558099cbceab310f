package io.talktrack.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Date headers as they are found: RFC 5322 with its obsolete years and zones, the C library's
 * order, and ISO 8601. A missing zone is read as UTC.
 */
final class MailDates {
  /** Years outside are a broken clock's, and would make partitions of their own. */
  private static final int FIRST_YEAR = 1969;

  private static final int LAST_YEAR = 2100;
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String TIME =
      "(?<hour>\\d{1,2})[:.](?<minute>\\d{1,2})(?:[:.](?<second>\\d{1,2})(?:[.,]\\d{1,9})?)?"
          + "(?: ?(?<half>[AaPp])\\.?[Mm]\\.?)?";
  private static final String ZONE =
      "(?: ?(?:GMT|UTC|UT)?(?<offset>[+-] ?\\d{1,2}:?(?:\\d{2})?)| ?(?<zone>[A-Za-z]{1,5}))?";

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?:\\p{L}{2,10}\\.?,? ?)?(?<day>\\d{1,2})[ -](?<month>[A-Za-z]{3,9})\\.?[ -],?"
              + "(?<year>\\d{2,4}),? "
              + TIME
              + ZONE
              + ".*");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?:\\p{L}{2,10}\\.?,? ?)?(?<month>[A-Za-z]{3,9})\\.? (?<day>\\d{1,2}),? "
              + TIME
              + "(?: (?<zone>[A-Za-z]{1,5}))?(?: (?<offset>[+-]\\d{4}))? (?<year>\\d{4})"
              + "(?: (?<late>[+-]\\d{4}))?.*");

  /** Minutes east of Greenwich; military letters are left out on purpose: RFC 5322 says unknown. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("EST", -300),
          Map.entry("EDT", -240),
          Map.entry("CST", -360),
          Map.entry("CDT", -300),
          Map.entry("MST", -420),
          Map.entry("MDT", -360),
          Map.entry("PST", -480),
          Map.entry("PDT", -420),
          Map.entry("BST", 60),
          Map.entry("CET", 60),
          Map.entry("MET", 60),
          Map.entry("CEST", 120),
          Map.entry("MEST", 120),
          Map.entry("EET", 120),
          Map.entry("EEST", 180),
          Map.entry("HKT", 480),
          Map.entry("SGT", 480),
          Map.entry("JST", 540),
          Map.entry("KST", 540));

  private MailDates() {}

  /** The instant that the header names, null where it names none. */
  static Instant read(String header) {
    String value =
        withoutComments(header).replaceAll("\\s*:\\s*", ":").replaceAll("\\s+", " ").strip();
    if (value.isEmpty() || value.length() > 200) {
      return null;
    }

    Matcher matcher = DAY_FIRST.matcher(value);
    if (matcher.matches()) {
      return instant(matcher, matcher.group("offset"));
    }

    matcher = MONTH_FIRST.matcher(value);
    if (matcher.matches()) {
      String offset = matcher.group("offset");
      return instant(matcher, offset == null ? matcher.group("late") : offset);
    }

    return iso(value);
  }

  private static Instant instant(Matcher date, String offset) {
    String name = date.group("month").toLowerCase(Locale.ROOT);
    int month = MONTHS.indexOf(name.substring(0, 3)) + 1;
    String second = date.group("second");
    try {
      return plausible(
          LocalDateTime.of(
              year(date.group("year")),
              month,
              Integer.parseInt(date.group("day")),
              hour(date),
              Integer.parseInt(date.group("minute")),
              // a leap second is the last one that java.time knows
              second == null ? 0 : Math.min(59, Integer.parseInt(second))),
          ZoneOffset.ofTotalSeconds(60 * minutesEast(offset, date.group("zone"))));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant plausible(LocalDateTime time, ZoneOffset offset) {
    return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR
        ? null
        : time.toInstant(offset);
  }

  /** RFC 5322, 4.3: two digits up to 49 are of this century, three count from 1900. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 4) {
      return year;
    }

    return digits.length() == 2 && year < 50 ? 2000 + year : 1900 + year;
  }

  private static int hour(Matcher date) {
    int hour = Integer.parseInt(date.group("hour"));
    String half = date.group("half");
    if (half == null || hour > 12) {
      return hour;
    }

    return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
  }

  private static int minutesEast(String offset, String zone) {
    if (offset == null) {
      return zone == null ? 0 : ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0);
    }

    String digits = offset.replaceAll("\\D", "");
    int hours = Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0;
    int east = hours * 60 + minutes;
    return offset.startsWith("-") ? -east : east;
  }

  private static Instant iso(String value) {
    String text = value.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T").replace(" ", "");
    String zoned = text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
    try {
      OffsetDateTime time = OffsetDateTime.parse(zoned);
      return plausible(time.toLocalDateTime(), time.getOffset());
    } catch (DateTimeParseException e) {
      return isoWithoutZone(zoned);
    }
  }

  private static Instant isoWithoutZone(String text) {
    try {
      return plausible(LocalDateTime.parse(text), ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String withoutComments(String header) {
    StringBuilder kept = new StringBuilder(header.length());
    int depth = 0;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (depth == 0) {
        kept.append(c);
      }
    }

    return kept.toString();
  }
}
