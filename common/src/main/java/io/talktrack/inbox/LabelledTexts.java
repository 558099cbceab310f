package io.talktrack.inbox;

import io.talktrack.sentiment.LabelledText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads labelled sentences: tab-separated files with a header, without quoting.
 *
 * <p>Only {@code language} and {@code text} are needed; a head's column that is missing or empty
 * leaves the sentence out for that head.
 */
public final class LabelledTexts {
  private static final String WHAT = "labelled sentences";

  /** One file, or every {@code .tsv} of a folder in the order of their names. */
  public static List<LabelledText> read(Path source) {
    if (!Files.exists(source)) {
      throw new IllegalArgumentException(
          "Cannot read labelled sentences: %s does not exist. Give a .tsv file or a folder of them."
              .formatted(source));
    }
    List<LabelledText> texts =
        TabbedRows.files(WHAT, source, ".*\\.tsv").stream().flatMap(LabelledTexts::rowsOf).toList();
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot read labelled sentences: %s holds none. Give a .tsv file with the columns language and text."
              .formatted(source));
    }
    return texts;
  }

  private static Stream<LabelledText> rowsOf(Path file) {
    return TabbedRows.read(WHAT, file, List.of("language", "text")).stream()
        .map(row -> labelled(file, row));
  }

  static LabelledText labelled(Path file, CSVRecord row) {
    return new LabelledText(
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
        row.get("text"));
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
