package io.talktrack.crm;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An export as columns and records of text, whatever its format.
 *
 * @param columns as the source writes them
 */
record SourceTable(List<String> columns, List<Cells> records, List<BadRecord> bad) {

  /** One record: filled cells by the {@link #key} of their column. */
  record Cells(int recordNo, Map<String, String> byColumn) {}

  /** Column names differ neither by case nor by surrounding space. */
  static String key(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  static List<String> keys(Collection<String> columns) {
    return columns.stream().map(SourceTable::key).toList();
  }
}
