package io.talktrack.crm;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of an export's columns feed our fields: keys of columns by field. */
record ColumnMatch(Map<String, List<String>> columnsByField) {
  private static final int MAX_COLUMNS_SHOWN = 40;

  /** Keys of all columns that a mapping names for a kind. */
  static Set<String> wanted(CrmKind kind, CrmMapping mapping) {
    return fieldColumns(kind, mapping).values().stream()
        .flatMap(columns -> split(columns).stream())
        .map(SourceTable::key)
        .collect(toSet());
  }

  static ColumnMatch of(CrmKind kind, CrmMapping mapping, List<String> found, String path)
      throws CrmFormatException {
    boolean isOwn = !mapping.columns().containsKey(kind);
    List<String> keys = SourceTable.keys(found);
    Map<String, List<String>> matched = new HashMap<>();
    for (Map.Entry<String, String> fieldColumn : fieldColumns(kind, mapping).entrySet()) {
      String field = fieldColumn.getKey();
      List<String> columns = split(fieldColumn.getValue());
      for (String column : columns) {
        boolean isThere = keys.contains(SourceTable.key(column));
        if (!isThere && !(isOwn && mayBeAbsent(kind, field, found))) {
          throw missing(kind, field, column, found, path);
        }

        if (Collections.frequency(keys, SourceTable.key(column)) > 1) {
          throw new CrmFormatException(
              "Cannot read %s as %s: it has the column '%s' twice. Export it once, or rename one."
                  .formatted(path, kind.tableName(), column));
        }
      }

      matched.put(field, SourceTable.keys(columns));
    }

    return new ColumnMatch(matched);
  }

  /** A field of our own format may be left out, but not misspelt. */
  private static boolean mayBeAbsent(CrmKind kind, String field, List<String> found) {
    List<String> foreign =
        SourceTable.keys(found).stream().filter(key -> !kind.fields().contains(key)).toList();
    return !kind.required().contains(field) && !Spelling.isMistyped(field, foreign);
  }

  private static CrmFormatException missing(
      CrmKind kind, String field, String column, List<String> found, String path) {
    return new CrmFormatException(
        "Cannot read %s as %s: it has no column '%s' for %s.%s Found: %s. Correct the mapping or the export."
            .formatted(
                path,
                kind.tableName(),
                column,
                field,
                Spelling.didYouMean(column, found),
                String.join(", ", found.subList(0, Math.min(found.size(), MAX_COLUMNS_SHOWN)))));
  }

  private static Map<String, String> fieldColumns(CrmKind kind, CrmMapping mapping) {
    return mapping.columns().getOrDefault(kind, kind.ownColumns());
  }

  private static List<String> split(String columns) {
    return Arrays.stream(columns.split("\\|")).map(String::strip).toList();
  }
}
