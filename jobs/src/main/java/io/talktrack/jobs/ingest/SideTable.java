package io.talktrack.jobs.ingest;

import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table that the company puts beside its calls, line by line.
 *
 * @param source null where the table is not there
 */
record SideTable(
    String path, SourceFile source, String contentHash, List<Line> lines, List<BadLine> torn) {
  private static final String DEFINITION = "side-table-1";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).build();

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

  static SideTable read(Inbox inbox, List<SourceFile> listing, String path, List<String> columns) {
    Optional<SourceFile> file = listing.stream().filter(one -> one.path().equals(path)).findFirst();
    if (file.isEmpty()) {
      return new SideTable(path, null, "", List.of(), List.of());
    }
    try {
      byte[] content =
          inbox
              .read(file.get())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Cannot read %s: it is larger than ingest.max-file-size. Split the input folder."
                              .formatted(path)));
      return parse(path, file.get(), content, columns);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  static SideTable parse(String path, SourceFile source, byte[] content, List<String> columns) {
    String text = new String(content, StandardCharsets.UTF_8);
    List<Line> lines = new ArrayList<>();
    List<BadLine> torn = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.parse(text.startsWith("\ufeff") ? text.substring(1) : text, FORMAT)) {
      if (!parser.getHeaderMap().containsKey("file")) {
        throw new IllegalArgumentException(
            "Cannot read %s: it has no column 'file', only %s. Its columns are %s."
                .formatted(path, parser.getHeaderNames(), String.join(", ", columns)));
      }
      readLines(parser.iterator(), lines, torn);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
    return new SideTable(path, source, ContentHash.of(content), lines, torn);
  }

  // a quote that is never closed hides where the lines after it begin
  private static void readLines(Iterator<CSVRecord> records, List<Line> lines, List<BadLine> torn) {
    int recordNo = 1;
    try {
      for (; records.hasNext(); recordNo++) {
        lines.add(new Line(recordNo, records.next().toMap()));
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      torn.add(
          new BadLine(
              recordNo,
              "BAD_CSV",
              "from here on it is not CSV: a quote is not closed or misplaced"));
    }
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
    int records = lines.size() + torn.size();
    return new RawFile(
        path,
        contentHash,
        kind,
        source.length(),
        source.modifiedMillis(),
        "csv",
        "PROCESSED",
        null,
        records,
        records - bad.size(),
        bad.size(),
        0,
        DEFINITION,
        now);
  }

  List<QuarantinedInput> quarantined(String kind, List<BadLine> bad) {
    return bad.stream()
        .map(
            line ->
                new QuarantinedInput(
                    path,
                    contentHash,
                    kind,
                    line.recordNo(),
                    line.reason(),
                    line.detail(),
                    -1,
                    source.length()))
        .toList();
  }
}
