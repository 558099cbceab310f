package io.talktrack.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tab-separated files with a header, in which nothing is quoted. */
final class TabbedRows {
  static final CSVFormat FORMAT =
      CSVFormat.TDF
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setQuote(null)
          .setIgnoreSurroundingSpaces(false)
          .build();

  /**
   * The file's rows, once it has the columns.
   *
   * @param what the rows are, for messages
   */
  static List<CSVRecord> read(String what, Path file, List<String> columns) {
    try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      for (String column : columns) {
        if (!rows.getHeaderMap().containsKey(column)) {
          throw new IllegalArgumentException(
              "Cannot read %s from %s: it has no column '%s', only %s. Name the columns in the first line, separated by tabs."
                  .formatted(what, file, column, rows.getHeaderNames()));
        }
      }
      List<CSVRecord> read = rows.getRecords();
      read.forEach(row -> requireAll(what, file, columns, row));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s from %s".formatted(what, file), e);
    }
  }

  private static void requireAll(String what, Path file, List<String> columns, CSVRecord row) {
    for (String column : columns) {
      if (!row.isSet(column)) {
        throw new IllegalArgumentException(
            "Cannot read %s from %s, line %d: it ends before the column '%s'. Separate all columns by tabs, empty ones too."
                .formatted(what, file, row.getRecordNumber() + 1, column));
      }
    }
  }

  static boolean yesOrNo(Path file, CSVRecord row, String column) {
    String value = row.get(column);
    if (!value.equals("yes") && !value.equals("no")) {
      throw new IllegalArgumentException(
          "Cannot read %s, line %d: %s is '%s'. Write yes or no."
              .formatted(file, row.getRecordNumber() + 1, column, value));
    }
    return value.equals("yes");
  }

  /** The constant that a cell names, in capitals or not. */
  static <E extends Enum<E>> E oneOf(Class<E> type, Path file, CSVRecord row, String column) {
    String name = row.get(column).toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot read %s, line %d: %s is '%s'. Write one of %s."
                        .formatted(
                            file,
                            row.getRecordNumber() + 1,
                            column,
                            row.get(column),
                            Arrays.toString(type.getEnumConstants()))));
  }

  static int whole(Path file, CSVRecord row, String column) {
    try {
      return Integer.parseUnsignedInt(row.get(column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Cannot read %s, line %d: %s is '%s'. Write a whole number."
              .formatted(file, row.getRecordNumber() + 1, column, row.get(column)),
          e);
    }
  }

  /** The file itself, or a folder's files of such names in their order. */
  static List<Path> files(String what, Path source, String names) {
    if (!Files.isDirectory(source)) {
      return Files.exists(source) ? List.of(source) : List.of();
    }
    try (Stream<Path> files = Files.list(source)) {
      return files.filter(file -> file.getFileName().toString().matches(names)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s from %s".formatted(what, source), e);
    }
  }

  private TabbedRows() {}
}
