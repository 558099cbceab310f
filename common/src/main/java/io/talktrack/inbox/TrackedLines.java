package io.talktrack.inbox;

import io.talktrack.tracker.TrackedLine;
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
 * Reads sentences to measure trackers on: tab-separated files without quoting, with the columns
 * language, tracker, holds (yes or no) and text.
 */
public final class TrackedLines {
  private static final CSVFormat FORMAT =
      CSVFormat.TDF
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setQuote(null)
          .setIgnoreSurroundingSpaces(false)
          .build();

  /** One file, or every {@code trackers*.tsv} of a folder in the order of their names. */
  public static List<TrackedLine> read(Path source) {
    try {
      List<TrackedLine> lines = new ArrayList<>();
      for (Path file : files(source)) {
        readFile(file, lines);
      }
      if (lines.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot measure trackers: %s holds no sentence. Give a file trackers.tsv, or a folder of trackers*.tsv, with the columns language, tracker, holds and text."
                .formatted(source));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read sentences for trackers from " + source, e);
    }
  }

  private static List<Path> files(Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      return Files.exists(source) ? List.of(source) : List.of();
    }
    try (Stream<Path> files = Files.list(source)) {
      return files
          .filter(file -> file.getFileName().toString().matches("trackers.*\\.tsv"))
          .sorted()
          .toList();
    }
  }

  private static void readFile(Path file, List<TrackedLine> lines) throws IOException {
    try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      for (CSVRecord row : rows) {
        String holds = row.get("holds");
        if (!holds.equals("yes") && !holds.equals("no")) {
          throw new IllegalArgumentException(
              "Cannot read %s, line %d: holds is '%s'. Write yes or no."
                  .formatted(file, rows.getCurrentLineNumber(), holds));
        }
        lines.add(
            new TrackedLine(
                row.get("language"), row.get("tracker"), holds.equals("yes"), row.get("text")));
      }
    }
  }

  private TrackedLines() {}
}
