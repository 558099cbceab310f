package io.talktrack.jobs.ingest;

import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.ingest.SideTable.BadLine;
import io.talktrack.jobs.ingest.SideTable.Columns;
import io.talktrack.jobs.ingest.SideTable.Line;
import io.talktrack.transcript.CallStart;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code calls/calls.csv}: what the company says a call belongs to. It wins over everything that is
 * worked out.
 *
 * @param rows by file, a path below the input root
 */
record SideCar(SideTable table, Map<String, Row> rows, List<BadLine> bad) {
  static final String PATH = "calls/calls.csv";
  static final Columns COLUMNS =
      new Columns(
          List.of("file"), List.of("file", "started_at", "rep_email", "account", "opportunity"));

  /** One line; a column that is empty says nothing. */
  record Row(Instant startedAt, String repMailbox, String account, String opportunity)
      implements Serializable {
    /** Changes when the line does, so that the call is read anew. */
    String version() {
      return ContentHash.of(startedAt, repMailbox, account, opportunity);
    }
  }

  Optional<Row> row(String path) {
    return Optional.ofNullable(rows.get(path));
  }

  static SideCar read(Inbox inbox, List<SourceFile> listing, ZoneId zone) {
    return of(SideTable.read(inbox, listing, PATH, COLUMNS), zone);
  }

  static SideCar of(SideTable table, ZoneId zone) {
    Map<String, Row> rows = new HashMap<>();
    List<BadLine> bad = new ArrayList<>(table.torn());
    for (Line line : table.lines()) {
      try {
        String file = line.value("file");
        if (file == null) {
          bad.add(line.bad("NO_FILE", "column 'file' is empty"));
          continue;
        }
        String path = file.startsWith("calls/") ? file : "calls/" + file;
        if (rows.putIfAbsent(path, row(line, zone)) != null) {
          bad.add(line.bad("SAME_FILE", "an earlier line names the same file"));
        }
      } catch (DateTimeException e) {
        bad.add(
            line.bad(
                "BAD_TIME", "started_at is no ISO 8601 time such as 2026-04-14T10:00:00+01:00"));
      }
    }
    return new SideCar(table, rows, bad);
  }

  private static Row row(Line line, ZoneId zone) {
    String startedAt = line.value("started_at");
    return new Row(
        startedAt == null ? null : plausible(instant(startedAt, zone)),
        line.value("rep_email"),
        line.value("account"),
        line.value("opportunity"));
  }

  private static Instant plausible(Instant startedAt) {
    if (!CallStart.isPlausible(startedAt)) {
      throw new DateTimeException("no call was then");
    }
    return startedAt;
  }

  private static Instant instant(String text, ZoneId zone) {
    String iso = text.replace(' ', 'T');
    try {
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeException withoutOffset) {
      return LocalDateTime.parse(iso).atZone(zone).toInstant();
    }
  }
}
