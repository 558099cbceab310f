package io.talktrack.transcript;

import static java.util.stream.Collectors.joining;

import io.talktrack.call.Transcript;
import io.talktrack.transcript.TranscriptColumns.Field;
import io.talktrack.transcript.UnreadableException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table with a header row and a row for each cue (RFC 4180); any usual delimiter. */
final class CsvTable implements TranscriptFormat {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int LONGEST_HEADER = 10_000;

  private final TranscriptColumns columns;

  CsvTable(TranscriptColumns columns) {
    this.columns = columns;
  }

  /** The header's columns that mean something, and the delimiter that finds most of them. */
  private record Header(char delimiter, List<String> keys, Map<Field, String> matched) {}

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String example() {
    return """
        speaker,start,end,text
        Ana Silva,00:00:01,00:00:04,What does it cost?
        Ben Ito,00:00:05,00:00:08,That depends on the number of seats.
        """;
  }

  @Override
  public TranscriptFormat withColumns(TranscriptColumns named) {
    return named.equals(columns) ? this : new CsvTable(named);
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return header(text).flatMap(header -> TranscriptColumns.told(header.matched()));
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    Header header = header(text).orElseThrow(() -> UnreadableException.atLine(Reason.MALFORMED, 1));
    // refuses too many and too long lines
    text.lines();
    CueRows rows = new CueRows(header.matched(), text.limits());
    try (CSVParser parser = CSVParser.parse(table(text.text()), format(header.delimiter()))) {
      Iterator<CSVRecord> records = parser.iterator();
      records.next();
      while (records.hasNext()) {
        CSVRecord row = records.next();
        rows.add(
            cells(header.keys(), row, parser.getCurrentLineNumber()),
            parser.getCurrentLineNumber());
      }

      return rows.transcript(name());
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      // commons-csv says both alike: a quote that is never closed, and text behind a closed one
      throw UnreadableException.file(Reason.MALFORMED);
    }
  }

  private Optional<Header> header(SourceText text) {
    String table = table(text.text());
    String line =
        table.substring(0, Math.min(table.length(), LONGEST_HEADER)).lines().findFirst().orElse("");
    Optional<Header> best = Optional.empty();
    for (char delimiter : DELIMITERS) {
      List<String> names = split(line, delimiter);
      Map<Field, String> matched = columns.in(names);
      if (matched.size() > best.map(header -> header.matched().size()).orElse(1)) {
        best =
            Optional.of(
                new Header(
                    delimiter, names.stream().map(TranscriptColumns::key).toList(), matched));
      }
    }

    return best;
  }

  /** Spreadsheets may write the delimiter into a line of its own before the header. */
  private static String table(String text) {
    if (!text.regionMatches(true, 0, "sep=", 0, 4)) {
      return text;
    }

    return text.lines().skip(1).collect(joining("\n"));
  }

  private static List<String> split(String line, char delimiter) {
    try (CSVParser parser = CSVParser.parse(line, format(delimiter))) {
      return parser.getRecords().stream().findFirst().map(CSVRecord::toList).orElse(List.of());
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      // a line that is no CSV is no header
      return List.of();
    }
  }

  private static CSVFormat format(char delimiter) {
    return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).build();
  }

  private static Map<String, String> cells(List<String> keys, CSVRecord row, long line)
      throws UnreadableException {
    if (row.size() > keys.size()) {
      throw UnreadableException.atLine(Reason.MALFORMED, line);
    }

    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      cells.putIfAbsent(keys.get(i), row.get(i));
    }

    return cells;
  }
}
