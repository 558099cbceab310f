package io.talktrack.jobs.ingest;

import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.Refusal;
import io.talktrack.inbox.SourceFile;
import io.talktrack.transcript.Limits;
import io.talktrack.transcript.SourceBytes;
import io.talktrack.transcript.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table that the company puts beside its calls, line by line. One that cannot be read says
 * nothing, as if it were not there, and stops no call from being read.
 *
 * @param source null where the table is not there
 * @param refusal why the whole table cannot be read; null where it can, or is not there
 */
record SideTable(
    String path,
    SourceFile source,
    String contentHash,
    List<Line> lines,
    List<BadLine> torn,
    Refusal refusal) {
  private static final String DEFINITION = "side-table-2";
  private static final String UNTIL_THEN = "; until then calls are read as if it were not there";
  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setTrim(true).build();

  /**
   * What a table's header may name.
   *
   * @param needed without these no line says anything
   */
  record Columns(List<String> needed, List<String> all) {}

  /**
   * One line.
   *
   * @param recordNo from 1, the header not counted
   */
  record Line(int recordNo, Map<String, String> cells) {
    /** What a column says; null where it is empty or not there. */
    String value(String column) {
      String text = cells.get(column);
      return text == null || text.isBlank() ? null : text;
    }

    BadLine bad(String reason, String detail) {
      return new BadLine(recordNo, reason, detail);
    }
  }

  /** A line that cannot be used, by its number in the file and without its content. */
  record BadLine(int recordNo, String reason, String detail) {}

  static SideTable absent(String path) {
    return new SideTable(path, null, "", List.of(), List.of(), null);
  }

  static SideTable read(Inbox inbox, List<SourceFile> listing, String path, Columns columns) {
    Optional<SourceFile> file = listing.stream().filter(one -> one.path().equals(path)).findFirst();
    if (file.isEmpty()) {
      return absent(path);
    }
    try {
      Optional<byte[]> content = inbox.read(file.get());
      return content.isEmpty()
          ? refused(path, file.get(), "", "TOO_LARGE", "it is larger than ingest.max-file-size")
          : parse(path, file.get(), content.get(), columns);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  static SideTable parse(String path, SourceFile source, byte[] content, Columns columns) {
    String hash = ContentHash.of(content);
    try (CSVParser parser =
        CSVParser.parse(SourceBytes.decode(content, Limits.DEFAULT).text(), FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      List<String> header = header(records);
      Optional<String> problem = problem(header, columns);
      if (problem.isPresent()) {
        return refused(path, source, hash, "BAD_HEADER", problem.get());
      }
      List<Line> lines = new ArrayList<>();
      List<BadLine> torn = new ArrayList<>();
      readLines(header, records, lines, torn);
      return new SideTable(path, source, hash, lines, torn, null);
    } catch (UnreadableException e) {
      return refused(path, source, hash, e.reason().name(), withoutStop(e.detail()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static String withoutStop(String sentence) {
    return sentence.substring(0, sentence.length() - 1);
  }

  private static SideTable refused(
      String path, SourceFile source, String hash, String reason, String detail) {
    return new SideTable(
        path, source, hash, List.of(), List.of(), new Refusal(reason, detail + UNTIL_THEN));
  }

  /** Empty where the first line is no CSV. */
  private static List<String> header(Iterator<CSVRecord> records) {
    try {
      return records.next().toList();
    } catch (UncheckedIOException | IllegalStateException e) {
      // a quote that is not closed or misplaced; the caller misses a column
      return List.of();
    }
  }

  private static Optional<String> problem(List<String> header, Columns columns) {
    for (String column : columns.all()) {
      int times = Collections.frequency(header, column);
      if (times == 0 && columns.needed().contains(column)) {
        return Optional.of(
            "its first line has no column '%s'. Make it a header of %s, with commas between"
                .formatted(column, String.join(", ", columns.all())));
      }
      if (times > 1) {
        return Optional.of(
            "its first line has column '%s' more than once. Leave one of them".formatted(column));
      }
    }
    return Optional.empty();
  }

  // a quote that is never closed hides where the lines after it begin
  private static void readLines(
      List<String> header, Iterator<CSVRecord> records, List<Line> lines, List<BadLine> torn) {
    int recordNo = 1;
    try {
      for (; records.hasNext(); recordNo++) {
        lines.add(new Line(recordNo, cells(header, records.next())));
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      torn.add(
          new BadLine(
              recordNo,
              "BAD_CSV",
              "from here on it is not CSV: a quote is not closed or misplaced"));
    }
  }

  private static Map<String, String> cells(List<String> header, CSVRecord record) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), record.size()); i++) {
      cells.put(header.get(i), record.get(i));
    }
    return cells;
  }

  boolean isThere() {
    return source != null;
  }

  /** Whether its present version is not in the ledger yet. */
  boolean isNew(RawFile known) {
    return known == null
        || !known.contentHash().equals(contentHash)
        || !known.definitionVersion().equals(DEFINITION);
  }

  /**
   * @param bad lines that cannot be used, the torn ones among them
   */
  RawFile asRawFile(String kind, List<BadLine> bad, Instant now) {
    int records = refusal == null ? lines.size() + torn.size() : 1;
    int unread = refusal == null ? bad.size() : 1;
    return new RawFile(
        path,
        contentHash,
        kind,
        source.length(),
        source.modifiedMillis(),
        refusal == null ? "csv" : null,
        refusal == null ? "PROCESSED" : "QUARANTINED",
        null,
        records,
        records - unread,
        unread,
        0,
        DEFINITION,
        now);
  }

  List<QuarantinedInput> quarantined(String kind, List<BadLine> bad) {
    return refusal == null
        ? bad.stream()
            .map(line -> problem(kind, line.recordNo(), line.reason(), line.detail()))
            .toList()
        : List.of(problem(kind, -1, refusal.reason(), refusal.detail()));
  }

  private QuarantinedInput problem(String kind, int recordNo, String reason, String detail) {
    return new QuarantinedInput(
        path, contentHash, kind, recordNo, reason, detail, -1, source.length());
  }
}
