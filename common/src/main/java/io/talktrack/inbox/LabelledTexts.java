package io.talktrack.inbox;

import io.talktrack.sentiment.LabelledText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads labelled sentences: tab-separated files with a header, without quoting.
 *
 * <p>Only {@code language} and {@code text} are needed; a head's column that is missing or empty
 * leaves the sentence out for that head.
 */
public final class LabelledTexts {
  private static final CSVFormat FORMAT =
      CSVFormat.TDF
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setQuote(null)
          .setIgnoreSurroundingSpaces(false)
          .build();

  /** One file, or every {@code .tsv} of a folder in the order of their names. */
  public static List<LabelledText> read(Path source) {
    try {
      if (!Files.exists(source)) {
        throw new IllegalArgumentException(
            "Cannot read labelled sentences: %s does not exist. Give a .tsv file or a folder of them."
                .formatted(source));
      }
      List<LabelledText> texts = new ArrayList<>();
      for (Path file : files(source)) {
        readFile(file, texts);
      }
      if (texts.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot read labelled sentences: %s holds none. Give a .tsv file with the columns language and text."
                .formatted(source));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read labelled sentences from " + source, e);
    }
  }

  private static List<Path> files(Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      return List.of(source);
    }
    try (Stream<Path> files = Files.list(source)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
  }

  private static void readFile(Path file, List<LabelledText> texts) throws IOException {
    try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      for (String column : List.of("language", "text")) {
        if (!rows.getHeaderMap().containsKey(column)) {
          throw new IllegalArgumentException(
              "Cannot read labelled sentences from %s: it has no column '%s', only %s. Name the columns in the first line, separated by tabs."
                  .formatted(file, column, rows.getHeaderNames()));
        }
      }
      for (CSVRecord row : rows) {
        texts.add(
            new LabelledText(
                row.get("language"),
                optional(row, "side"),
                optional(row, "register"),
                optional(row, "industry"),
                optional(row, "scenario") == null
                    ? "%s:%d".formatted(file.getFileName(), row.getRecordNumber())
                    : optional(row, "scenario"),
                list(row, "objections"),
                optional(row, "sentiment"),
                optional(row, "deal_sentiment"),
                optional(row, "stage"),
                list(row, "hard_negative_for"),
                row.get("text")));
      }
    }
  }

  private static String optional(CSVRecord row, String column) {
    if (!row.isSet(column) || row.get(column).isBlank()) {
      return null;
    }
    return row.get(column);
  }

  private static List<String> list(CSVRecord row, String column) {
    String value = optional(row, column);
    return value == null ? List.of() : List.of(value.split(",", -1));
  }

  private LabelledTexts() {}
}
