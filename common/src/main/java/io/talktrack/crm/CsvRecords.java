package io.talktrack.crm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Walks over the records of CSV (RFC 4180) so that a broken record costs only its own line. */
final class CsvRecords {
  /** A quote that is never closed would else swallow every record after it. */
  private static final int MAX_CHARACTERS = 1 << 16;

  private final String text;
  private final char delimiter;
  private final CSVFormat format;
  private int position;

  CsvRecords(String text, char delimiter, int position) {
    this.text = text;
    this.delimiter = delimiter;
    this.format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).build();
    this.position = position;
  }

  /** Whether there is another record; blank lines are none. */
  boolean hasNext() {
    while (position < text.length() && text.substring(position, lineEnd(position)).isBlank()) {
      position = lineEnd(position) + 1;
    }

    return position < text.length();
  }

  /** The next record's values, or empty where its line is not CSV. */
  Optional<List<String>> next() {
    int end = recordEnd();
    Optional<List<String>> values =
        end < 0 ? Optional.empty() : values(text.substring(position, end));
    position = 1 + (values.isPresent() ? end : lineEnd(position));
    return values;
  }

  private Optional<List<String>> values(String extent) {
    try (CSVParser parser = CSVParser.parse(extent, format)) {
      return Optional.of(parser.getRecords().get(0).toList());
    } catch (IOException | UncheckedIOException e) {
      // the caller counts the record as bad
      return Optional.empty();
    }
  }

  /** Where the record ends that begins here; -1 where its quotes are not closed in good time. */
  private int recordEnd() {
    int limit = Math.min(text.length(), position + MAX_CHARACTERS);
    boolean isQuoted = false;
    boolean canOpen = true;
    for (int i = position; i < limit; i++) {
      char c = text.charAt(i);
      if (isQuoted) {
        // a quote that follows at once re-opens: two stand for one
        canOpen = c == '"';
        isQuoted = !canOpen;
      } else if (c == '"' && canOpen) {
        isQuoted = true;
      } else if (isLineEnd(c)) {
        return i;
      } else {
        canOpen = c == delimiter;
      }
    }

    return limit < text.length() || isQuoted ? -1 : limit;
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }

    return end;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
