package io.talktrack.jobs.ingest;

import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.SourceFile;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * {@code calls/calls.csv}: what the company says a call belongs to. It wins over everything that is
 * worked out.
 *
 * @param rows by file, a path below the input root
 */
record SideCar(Map<String, Row> rows, List<BadRow> bad) {
  static final String PATH = "calls/calls.csv";
  static final SideCar NONE = new SideCar(Map.of(), List.of());
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).build();

  /** One line; a column that is empty says nothing. */
  record Row(Instant startedAt, String repMailbox, String account, String opportunity)
      implements Serializable {
    /** Changes when the line does, so that the call is read anew. */
    String version() {
      return ContentHash.of(startedAt, repMailbox, account, opportunity);
    }
  }

  /** A line that cannot be used, by its number in the file and without its content. */
  record BadRow(int recordNo, String reason, String detail) {}

  Optional<Row> row(String path) {
    return Optional.ofNullable(rows.get(path));
  }

  static SideCar read(Inbox inbox, List<SourceFile> listing, ZoneId zone) {
    Optional<SourceFile> file = listing.stream().filter(one -> one.path().equals(PATH)).findFirst();
    if (file.isEmpty()) {
      return NONE;
    }
    try {
      byte[] content =
          inbox
              .read(file.get())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Cannot read %s: it is larger than ingest.max-file-size. Split the input folder."
                              .formatted(PATH)));
      return parse(content, zone);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + PATH, e);
    }
  }

  static SideCar parse(byte[] content, ZoneId zone) {
    Map<String, Row> rows = new HashMap<>();
    List<BadRow> bad = new ArrayList<>();
    String text = new String(content, StandardCharsets.UTF_8);
    try (CSVParser lines =
        CSVParser.parse(text.startsWith("\ufeff") ? text.substring(1) : text, FORMAT)) {
      if (!lines.getHeaderMap().containsKey("file")) {
        throw new IllegalArgumentException(
            "Cannot read %s: it has no column 'file', only %s. Its columns are file, started_at, rep_email, account, opportunity."
                .formatted(PATH, lines.getHeaderNames()));
      }
      for (CSVRecord line : lines) {
        int recordNo = (int) line.getRecordNumber();
        try {
          String file = value(line, "file");
          if (file == null) {
            bad.add(new BadRow(recordNo, "NO_FILE", "column 'file' is empty"));
            continue;
          }
          String path = file.startsWith("calls/") ? file : "calls/" + file;
          if (rows.putIfAbsent(path, row(line, zone)) != null) {
            bad.add(new BadRow(recordNo, "SAME_FILE", "an earlier line names the same file"));
          }
        } catch (DateTimeException e) {
          bad.add(
              new BadRow(
                  recordNo,
                  "BAD_TIME",
                  "started_at is no ISO 8601 time such as 2026-04-14T10:00:00+01:00"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + PATH, e);
    }
    return new SideCar(rows, bad);
  }

  private static Row row(CSVRecord line, ZoneId zone) {
    String startedAt = value(line, "started_at");
    return new Row(
        startedAt == null ? null : instant(startedAt, zone),
        value(line, "rep_email"),
        value(line, "account"),
        value(line, "opportunity"));
  }

  private static Instant instant(String text, ZoneId zone) {
    String iso = text.replace(' ', 'T');
    try {
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeException withoutOffset) {
      return LocalDateTime.parse(iso).atZone(zone).toInstant();
    }
  }

  private static String value(CSVRecord line, String column) {
    return line.isSet(column) && !line.get(column).isBlank() ? line.get(column) : null;
  }
}
