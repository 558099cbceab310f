package io.talktrack.transcript;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.TranscriptColumns.Field;
import io.talktrack.transcript.UnreadableException.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The cues of a table, row by row. */
final class CueRows {
  private static final long MOST_MILLIS = 1_000_000L * 3_600_000;
  private static final long LONGEST_CUE_MILLIS = 200_000;

  private final Map<Field, String> columns;
  private final Limits limits;
  private final List<Row> rows = new ArrayList<>();
  private String callId;
  private Instant first;
  private boolean zoned = true;
  private boolean wholeNumbers = true;
  private boolean bareNumbers;

  CueRows(Map<Field, String> columns, Limits limits) {
    this.columns = columns;
    this.limits = limits;
  }

  /** A cue whose times may still be those of a calendar. */
  private record Row(Cue cue, Instant start, Instant end) {
    Cue since(Instant begin, long unit) {
      return new Cue(
          millis(cue.startMillis(), start, begin, unit),
          millis(cue.endMillis(), end, begin, unit),
          cue.speaker(),
          cue.side(),
          cue.channel(),
          cue.text(),
          cue.words());
    }

    private static Long millis(Long counted, Instant moment, Instant begin, long unit) {
      if (moment != null) {
        return moment.toEpochMilli() - begin.toEpochMilli();
      }

      return counted == null ? null : (Long) (counted / unit);
    }
  }

  /**
   * Takes one row.
   *
   * @param cells by the keys of their columns; what is empty may be left out
   * @param line where the row ends, for the message of what is wrong with it
   */
  void add(Map<String, String> cells, long line) throws UnreadableException {
    Optional<String> text = cell(cells, Field.TEXT);
    refuseOtherCall(cells, line);
    if (text.isEmpty()) {
      return;
    }

    if (rows.size() == limits.cues() || text.get().length() > limits.lineLength()) {
      throw UnreadableException.atLine(Reason.TOO_LARGE, line);
    }

    Instant start = calendar(cell(cells, Field.START));
    Instant end = start == null ? null : calendar(cell(cells, Field.END));
    first = start != null && (first == null || start.isBefore(first)) ? start : first;
    Long startMillis = start == null ? millis(cells, Field.START_MS, Field.START, line) : null;
    Long endMillis = end == null ? millis(cells, Field.END_MS, Field.END, line) : null;
    Long duration = millis(cells, Field.DURATION, line);
    if (endMillis == null && startMillis != null && duration != null) {
      endMillis = startMillis + duration;
    }
    if (end == null && start != null) {
      end = duration == null ? null : start.plusMillis(duration);
      endMillis = null;
    }

    rows.add(
        new Row(
            new Cue(
                startMillis,
                endMillis,
                cell(cells, Field.SPEAKER).orElse(null),
                side(cells),
                cell(cells, Field.CHANNEL).orElse(null),
                text.get(),
                List.of()),
            start,
            end));
  }

  private void refuseOtherCall(Map<String, String> cells, long line) throws UnreadableException {
    Optional<String> id = cell(cells, Field.CALL_ID);
    if (id.isPresent() && callId != null && !callId.equals(id.get())) {
      throw UnreadableException.atLine(Reason.SEVERAL_CALLS, line);
    }

    callId = id.orElse(callId);
  }

  private Optional<String> cell(Map<String, String> cells, Field field) {
    String column = columns.get(field);
    return Optional.ofNullable(column == null ? null : cells.get(column))
        .map(String::strip)
        .filter(cell -> !cell.isEmpty());
  }

  private Speaker side(Map<String, String> cells) {
    return switch (cell(cells, Field.SIDE).orElse("").toLowerCase(Locale.ROOT)) {
      case "agent", "rep", "seller", "host", "internal", "销售", "客服" -> Speaker.REP;
      case "customer", "client", "buyer", "prospect", "caller", "external", "客户" ->
          Speaker.CUSTOMER;
      default -> Speaker.UNKNOWN;
    };
  }

  private Long millis(Map<String, String> cells, Field exact, Field clock, long line)
      throws UnreadableException {
    Optional<String> cell = cell(cells, exact);
    if (cell.isEmpty()) {
      return millis(cells, clock, line);
    }

    return millis(cell.get(), 1, line);
  }

  private Long millis(Map<String, String> cells, Field field, long line)
      throws UnreadableException {
    Optional<String> cell = cell(cells, field);
    if (cell.isEmpty()) {
      return null;
    }

    OptionalLong clock =
        cell.get().contains(":") ? TimeCode.parse(cell.get()) : OptionalLong.empty();
    if (clock.isPresent()) {
      return clock.getAsLong();
    }

    bareNumbers = true;
    wholeNumbers &= cell.get().chars().allMatch(Character::isDigit);
    return millis(cell.get(), 1000, line);
  }

  private static Long millis(String number, int unit, long line) throws UnreadableException {
    try {
      double millis = Double.parseDouble(number.replace(',', '.')) * unit;
      if (millis >= 0 && millis <= MOST_MILLIS) {
        return Math.round(millis);
      }
    } catch (NumberFormatException e) {
      // said below, as for a number that is no time
    }

    throw UnreadableException.atLine(Reason.BAD_TIMES, line);
  }

  /** A moment of the calendar; one without an offset tells distances, and not when it was. */
  private Instant calendar(Optional<String> cell) {
    if (cell.isEmpty() || cell.get().indexOf('-') != 4) {
      return null;
    }

    String iso = cell.get().replaceFirst("^(\\S{10}) +", "$1T");
    try {
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeException withoutOffset) {
      return calendarWithoutOffset(iso);
    }
  }

  private Instant calendarWithoutOffset(String iso) {
    try {
      Instant moment = LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
      zoned = false;
      return moment;
    } catch (DateTimeException noMoment) {
      return null;
    }
  }

  /**
   * Whether numbers without a unit are milliseconds: whole ones between which minutes would pass.
   */
  private boolean countsMillis() {
    long[] lengths =
        rows.stream()
            .map(Row::cue)
            .filter(cue -> cue.startMillis() != null && cue.endMillis() != null)
            .mapToLong(cue -> cue.endMillis() - cue.startMillis())
            .sorted()
            .toArray();
    return bareNumbers
        && wholeNumbers
        && lengths.length > 0
        && lengths[lengths.length / 2] >= LONGEST_CUE_MILLIS;
  }

  Transcript transcript(String format) throws UnreadableException {
    Cues cues = new Cues(limits);
    long unit = countsMillis() ? 1000 : 1;
    for (Row row : rows) {
      cues.add(row.since(first, unit));
    }

    return cues.transcript(format, null, callId, zoned ? first : null);
  }
}
