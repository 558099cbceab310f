package io.talktrack.crm;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of an export's columns feed our fields: by field the columns in the order of preference,
 * each one or several that are joined.
 */
record ColumnMatch(Map<String, List<List<String>>> columnsByField) {
  private static final int MAX_COLUMNS_SHOWN = 40;

  /** Keys of all columns that a mapping names for a kind. */
  static Set<String> wanted(CrmKind kind, CrmMapping mapping) {
    return mapping.fieldColumns(kind).values().stream()
        .flatMap(columns -> alternatives(columns).stream())
        .flatMap(List::stream)
        .map(SourceTable::key)
        .collect(toSet());
  }

  static ColumnMatch of(CrmKind kind, CrmMapping mapping, List<String> found, String path)
      throws CrmFormatException {
    boolean isUsers = mapping.columns().containsKey(kind);
    List<String> keys = SourceTable.keys(found);
    Map<String, List<List<String>>> matched = new HashMap<>();
    for (Map.Entry<String, String> fieldColumn : mapping.fieldColumns(kind).entrySet()) {
      String field = fieldColumn.getKey();
      List<List<String>> there = new ArrayList<>();
      Optional<String> absent = Optional.empty();
      for (List<String> joined : alternatives(fieldColumn.getValue())) {
        Optional<String> missing =
            joined.stream().filter(column -> !keys.contains(SourceTable.key(column))).findFirst();
        absent = absent.or(() -> missing);
        if (missing.isEmpty()) {
          refuseTwice(joined, keys, kind, path);
          there.add(SourceTable.keys(joined));
        }
      }

      boolean mustBeThere =
          isUsers
              || (there.isEmpty()
                  && (mapping.preset() == CrmPreset.OWN
                      ? !mayBeAbsent(kind, field, found)
                      : kind.required().contains(field)));
      if (absent.isPresent() && mustBeThere) {
        throw missing(kind, field, isUsers ? absent.get() : fieldColumn.getValue(), found, path);
      }

      matched.put(field, there);
    }

    return new ColumnMatch(matched);
  }

  private static void refuseTwice(
      List<String> columns, List<String> keys, CrmKind kind, String path)
      throws CrmFormatException {
    for (String column : columns) {
      if (Collections.frequency(keys, SourceTable.key(column)) > 1) {
        throw new CrmFormatException(
            "Cannot read %s as %s: it has the column '%s' twice. Export it once, or rename one."
                .formatted(path, kind.tableName(), column));
      }
    }
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

  private static List<List<String>> alternatives(String columns) {
    return Arrays.stream(columns.split("\\|"))
        .map(one -> Arrays.stream(one.split(" \\+ ")).map(String::strip).toList())
        .toList();
  }
}
