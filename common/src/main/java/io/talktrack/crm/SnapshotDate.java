package io.talktrack.crm;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that an export's file name gives: opportunities-2026-07-01.csv, deals_20260701.csv. */
public final class SnapshotDate {
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)(20\\d\\d)([-_.]?)(\\d\\d)\\2(\\d\\d)(?!\\d)");

  private SnapshotDate() {}

  /** Empty also where only a year or a month is named: that is what an export is about. */
  public static Optional<LocalDate> inName(String path) {
    Matcher day = DAY.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (!day.find()) {
      return Optional.empty();
    }

    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(3)),
              Integer.parseInt(day.group(4))));
    } catch (DateTimeException e) {
      // eight digits that are no day are a number
      return Optional.empty();
    }
  }
}
