package io.talktrack.crm;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that an export's file name gives: opportunities-2026-07-01.csv, deals_20260701.csv. */
public final class SnapshotDate {
  private static final String WITHIN_ARCHIVE = ".zip!/";
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)(20\\d\\d)([-_.]?)(\\d\\d)\\2(\\d\\d)(?!\\d)");

  private SnapshotDate() {}

  /**
   * Empty also where only a year or a month is named: that is what an export is about. A file in an
   * archive that names no day itself is of the day that its archive names.
   */
  public static Optional<LocalDate> inName(String path) {
    int archive = path.lastIndexOf(WITHIN_ARCHIVE);
    Optional<LocalDate> own = inFile(path.substring(path.lastIndexOf('/') + 1));
    return own.isPresent() || archive < 0 ? own : inName(path.substring(0, archive));
  }

  private static Optional<LocalDate> inFile(String name) {
    Matcher day = DAY.matcher(name);
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
