package io.talktrack.transcript;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.TranscriptColumns.Field;
import io.talktrack.transcript.UnreadableException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One JSON object for each cue: a line each (JSON Lines), or all of them in one array. */
final class JsonRecords implements TranscriptFormat {
  private static final int ROWS_LOOKED_AT = 20;

  private final TranscriptColumns columns;

  JsonRecords(TranscriptColumns columns) {
    this.columns = columns;
  }

  /** What to do with one object, its fields flattened by dots. */
  private interface RowReader {
    boolean isEnough(Map<String, String> cells, long line) throws UnreadableException;
  }

  @Override
  public String name() {
    return "json-lines";
  }

  @Override
  public String example() {
    return """
        {"speaker": "Ana Silva", "start": 1.0, "end": 4.0, "text": "What does it cost?"}
        {"speaker": "Ben Ito", "start": 5.0, "end": 8.0, "text": "That depends on the seats."}
        """;
  }

  @Override
  public TranscriptFormat withColumns(TranscriptColumns named) {
    return named.equals(columns) ? this : new JsonRecords(named);
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return TranscriptColumns.told(columns(text));
  }

  /** The columns of the first rows; a document of another kind has none. */
  private Map<Field, String> columns(SourceText text) {
    if (!isRecords(text.text())) {
      return Map.of();
    }

    Set<String> names = new LinkedHashSet<>();
    int[] rows = new int[1];
    try {
      eachRow(
          text,
          (cells, line) -> {
            names.addAll(cells.keySet());
            return ++rows[0] == ROWS_LOOKED_AT;
          });
    } catch (UnreadableException broken) {
      // the reader says what is broken, and where
      return columns.in(names);
    }

    return columns.in(names);
  }

  /** Begins with an array, or with an object that ends on its line. */
  private static boolean isRecords(String text) {
    String start = text.stripLeading();
    return start.startsWith("[")
        || (start.startsWith("{")
            && start.lines().findFirst().orElse("").stripTrailing().endsWith("}"));
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    CueRows rows = new CueRows(columns(text), text.limits());
    eachRow(
        text,
        (cells, line) -> {
          rows.add(cells, line);
          return false;
        });
    return rows.transcript(name());
  }

  private static void eachRow(SourceText text, RowReader reader) throws UnreadableException {
    try (JsonParser parser = factory(text.limits()).createParser(text.text())) {
      boolean array = parser.nextToken() == JsonToken.START_ARRAY;
      if (array) {
        parser.nextToken();
      }

      while (parser.currentToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
        long line = parser.currentLocation().getLineNr();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          throw UnreadableException.atLine(Reason.MALFORMED, line);
        }

        Map<String, String> cells = new HashMap<>();
        flatten(parser, "", cells);
        if (reader.isEnough(cells, line)) {
          return;
        }

        parser.nextToken();
      }

      if (array && parser.currentToken() == null) {
        throw UnreadableException.file(Reason.TORN);
      }
    } catch (StreamConstraintsException limit) {
      throw UnreadableException.file(Reason.TOO_LARGE);
    } catch (JsonEOFException torn) {
      throw UnreadableException.atLine(Reason.TORN, torn.getLocation().getLineNr());
    } catch (JsonProcessingException broken) {
      throw UnreadableException.atLine(
          Reason.MALFORMED, broken.getLocation() == null ? 1 : broken.getLocation().getLineNr());
    } catch (IOException impossible) {
      throw new UncheckedIOException("Reading from a string failed", impossible);
    }
  }

  private static void flatten(JsonParser parser, String prefix, Map<String, String> cells)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String column = prefix + TranscriptColumns.key(parser.currentName());
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        flatten(parser, column + ".", cells);
      } else if (token == JsonToken.START_ARRAY) {
        // a list is no column
        parser.skipChildren();
      } else if (token != JsonToken.VALUE_NULL) {
        cells.putIfAbsent(column, parser.getText());
      }
    }
  }

  private static JsonFactory factory(Limits limits) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.jsonDepth())
                .maxStringLength(limits.lineLength())
                .build())
        .build();
  }
}
