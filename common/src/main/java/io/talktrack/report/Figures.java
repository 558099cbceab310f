package io.talktrack.report;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, times and dates as people of one language write them. */
final class Figures {
  static final String NONE = "–";

  private static final double LONG_SECONDS = 120;

  private final Words words;
  private final Locale locale;

  Figures(Words words, ReportLanguage language) {
    this.words = words;
    this.locale = language.locale();
  }

  /** One call's value in a unit of call_metrics. */
  String value(Double value, String unit) {
    if (value == null || !Double.isFinite(value)) {
      return NONE;
    }

    return switch (unit) {
      case "ratio" -> percent(value);
      case "0 or 1" -> value == 0 || value == 1 ? yesNo(value == 1) : percent(value);
      case "seconds" -> seconds(value);
      case "-5 to 5", "-10 to 10" -> points(value);
      case "0 to 10", "questions", "interruptions" -> number(value);
      default -> number(value) + " " + words.name("unit", unit);
    };
  }

  /** A mean over calls: of yes and no that is a share, even where all agree. */
  String mean(Double value, String unit) {
    return value(value, unit.equals("0 or 1") ? "ratio" : unit);
  }

  String yesNo(Boolean value) {
    return value == null ? NONE : words.text(value ? "yes" : "no");
  }

  String percent(Double ratio) {
    return ratio == null ? NONE : words.text("unit.percent", decimal(ratio * 100, 0, 0));
  }

  String points(Double value) {
    if (value == null) {
      return NONE;
    }

    String size = decimal(Math.abs(value), 1, 1);
    boolean isZero = Math.abs(value) < 0.05;
    return isZero ? size : (value > 0 ? "+" : "−") + size;
  }

  String number(double value) {
    return decimal(value, 0, Math.abs(value) < 100 ? 1 : 0);
  }

  String millis(Long millis) {
    return millis == null ? NONE : seconds(millis / 1000.0);
  }

  String minutes(Long millis) {
    return millis == null
        ? NONE
        : words.text("unit.whole_minutes", decimal(Math.max(1, millis / 60_000.0), 0, 0));
  }

  /** A place on a recording's clock, as 4:05 or 1:04:05. */
  String clock(long millis) {
    long seconds = Math.max(0, millis) / 1000;
    return seconds >= 3600
        ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
        : "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  String date(LocalDate date) {
    return date == null ? NONE : pattern("format.date").format(date);
  }

  String day(LocalDate date) {
    return date == null ? NONE : pattern("format.day").format(date);
  }

  String dateTime(LocalDateTime time) {
    return pattern("format.date_time").format(time);
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(words.text(key), locale);
  }

  private String seconds(double seconds) {
    if (Math.abs(seconds) >= LONG_SECONDS) {
      return words.text("unit.minutes_seconds", clock(Math.round(seconds) * 1000));
    }

    int digits = Math.abs(seconds) < 10 ? 1 : 0;
    return words.text("unit.seconds", decimal(seconds, 0, digits));
  }

  private String decimal(double value, int minimum, int maximum) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(minimum);
    format.setMaximumFractionDigits(maximum);
    return format.format(value);
  }
}
