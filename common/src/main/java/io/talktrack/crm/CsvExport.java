package io.talktrack.crm;

import io.talktrack.crm.SourceTable.Cells;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a CSV export with a header row; its delimiter is told from the header. */
final class CsvExport {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  private CsvExport() {}

  /**
   * Reads an export by the delimiter that finds most of the wanted columns, else most columns.
   *
   * @param wanted keys of the columns that the mapping names
   */
  static SourceTable read(String text, String path, Set<String> wanted) throws CrmFormatException {
    List<String> header = List.of();
    CsvRecords records = null;
    for (char delimiter : DELIMITERS) {
      CsvRecords candidate = new CsvRecords(text, delimiter, afterSeparatorLine(text));
      Optional<List<String>> columns = candidate.hasNext() ? candidate.next() : Optional.empty();
      if (columns.isPresent() && isBetter(columns.get(), header, wanted)) {
        header = columns.get();
        records = candidate;
      }
    }

    if (records == null) {
      throw new CrmFormatException(
          "Cannot read %s: its first line is no header row. Export it as CSV with a header row."
              .formatted(path));
    }

    return table(header, records);
  }

  /** Spreadsheets may write the delimiter into a line of its own before the header. */
  private static int afterSeparatorLine(String text) {
    return text.regionMatches(true, 0, "sep=", 0, 4) ? Math.min(text.length(), 5) : 0;
  }

  private static boolean isBetter(List<String> columns, List<String> than, Set<String> wanted) {
    int more = Long.compare(found(columns, wanted), found(than, wanted));
    return more > 0 || (more == 0 && columns.size() > than.size());
  }

  private static long found(List<String> columns, Set<String> wanted) {
    return SourceTable.keys(columns).stream().filter(wanted::contains).count();
  }

  private static SourceTable table(List<String> header, CsvRecords source) {
    List<String> keys = SourceTable.keys(header);
    List<Cells> records = new ArrayList<>();
    List<BadRecord> bad = new ArrayList<>();
    int recordNo = 0;
    while (source.hasNext()) {
      Optional<List<String>> values = source.next();
      if (values.isPresent() && values.get().stream().allMatch(String::isBlank)) {
        // spreadsheets leave such rows below their data
        continue;
      }

      recordNo++;
      if (values.isEmpty()) {
        bad.add(new BadRecord(recordNo, "a quote is not closed, or text follows a closed quote"));
      } else if (values.get().size() != keys.size()) {
        bad.add(
            new BadRecord(
                recordNo,
                "%d values where the header has %d".formatted(values.get().size(), keys.size())));
      } else {
        records.add(new Cells(recordNo, cells(keys, values.get())));
      }
    }

    return new SourceTable(header, records, bad);
  }

  private static Map<String, String> cells(List<String> keys, List<String> values) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      if (!values.get(i).isBlank()) {
        cells.put(keys.get(i), values.get(i).strip());
      }
    }

    return cells;
  }
}
