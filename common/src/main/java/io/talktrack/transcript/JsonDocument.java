package io.talktrack.transcript;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.talktrack.transcript.UnreadableException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A JSON object read field by field, so that a large file never stands in memory as a tree. */
final class JsonDocument {
  /** What to do with a field; the parser stands on its value and must end on the value's end. */
  interface FieldReader {
    void read(String field, JsonParser value) throws IOException, UnreadableException;
  }

  /** What to do with an array's element. */
  interface ElementReader<T> {
    void read(T element) throws UnreadableException;
  }

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private JsonDocument() {}

  /** Each top-level field with the fields of the first object in it; as far as the JSON holds. */
  static Map<String, Set<String>> shape(SourceText text) {
    Map<String, Set<String>> shape = new LinkedHashMap<>();
    if (!text.text().stripLeading().startsWith("{")) {
      return shape;
    }

    try {
      eachField(
          text,
          (field, value) -> {
            Set<String> within = shape.computeIfAbsent(field, any -> new HashSet<>());
            if (value.currentToken() == JsonToken.START_ARRAY) {
              if (value.nextToken() == JsonToken.START_OBJECT) {
                addFields(value, within);
              }
              skipRest(value);
            } else {
              value.skipChildren();
            }
          });
    } catch (UnreadableException broken) {
      // the reader of the format says what is broken, and where
      return shape;
    }

    return shape;
  }

  static void eachField(SourceText text, FieldReader reader) throws UnreadableException {
    try (JsonParser parser = factory(text.limits()).createParser(text.text())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw UnreadableException.atLine(Reason.MALFORMED, 1);
      }

      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        reader.read(field, parser);
      }

      if (parser.nextToken() != null) {
        throw UnreadableException.atLine(Reason.MALFORMED, parser.currentLocation().getLineNr());
      }
    } catch (JsonProcessingException broken) {
      throw UnreadableException.atLine(reason(broken, text.text().length()), line(broken));
    } catch (IOException impossible) {
      throw new UncheckedIOException("Reading from a string failed", impossible);
    }
  }

  /** Reads an array one element at a time; anything else than an array holds none. */
  static <T> void eachElement(JsonParser array, Class<T> type, ElementReader<T> reader)
      throws IOException, UnreadableException {
    if (array.currentToken() != JsonToken.START_ARRAY) {
      array.skipChildren();
      return;
    }

    while (array.nextToken() != JsonToken.END_ARRAY) {
      T element = value(array, type);
      if (element == null) {
        throw UnreadableException.atLine(Reason.MALFORMED, array.currentLocation().getLineNr());
      }

      reader.read(element);
    }
  }

  static <T> T value(JsonParser value, Class<T> type) throws IOException {
    return MAPPER.readValue(value, type);
  }

  private static void addFields(JsonParser object, Set<String> fields) throws IOException {
    while (object.nextToken() == JsonToken.FIELD_NAME) {
      fields.add(object.currentName());
      object.nextToken();
      object.skipChildren();
    }
  }

  private static void skipRest(JsonParser array) throws IOException {
    while (array.currentToken() != JsonToken.END_ARRAY) {
      array.skipChildren();
      if (array.nextToken() == null) {
        return;
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
        // Whisper writes NaN for the probability of an empty segment
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build();
  }

  private static Reason reason(JsonProcessingException broken, int length) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonEOFException) {
        return Reason.TORN;
      }
      if (cause instanceof StreamConstraintsException) {
        return Reason.TOO_LARGE;
      }
    }

    // a cut number or word is no end of input to Jackson, but it is to us
    boolean atEnd =
        broken.getLocation() != null && broken.getLocation().getCharOffset() >= length - 1;
    return atEnd ? Reason.TORN : Reason.MALFORMED;
  }

  private static long line(JsonProcessingException broken) {
    return broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
  }
}
