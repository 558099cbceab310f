package io.talktrack.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads what a recogniser heard, or a person wrote down, as a table with one word a row: words and
 * punctuation in columns with a header, separated by "|" and unquoted.
 */
public final class RecognisedWords {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setDelimiter('|')
          .setQuote(null)
          .setHeader()
          .setSkipHeaderRecord(true)
          .build();

  /**
   * A word and what stands after it.
   *
   * @param punctuation empty for none
   */
  public record HeardWord(String word, String punctuation) {}

  /** The words of every file of a folder, by the file's name. */
  public static SortedMap<String, List<HeardWord>> read(
      Path folder, String wordColumn, String punctuationColumn) {
    SortedMap<String, List<HeardWord>> calls = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        calls.put(file.getFileName().toString(), words(file, wordColumn, punctuationColumn));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read recognised words of " + folder, e);
    }
    return calls;
  }

  private static List<HeardWord> words(Path file, String wordColumn, String punctuationColumn)
      throws IOException {
    List<HeardWord> words = new ArrayList<>();
    try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      for (String column : List.of(wordColumn, punctuationColumn)) {
        if (!rows.getHeaderMap().containsKey(column)) {
          throw new IllegalArgumentException(
              "Cannot read %s: it has no column '%s', only %s. Name its columns in the description of the set."
                  .formatted(file, column, rows.getHeaderNames()));
        }
      }
      for (CSVRecord row : rows) {
        words.add(new HeardWord(row.get(wordColumn), row.get(punctuationColumn)));
      }
    }
    return words;
  }

  private RecognisedWords() {}
}
