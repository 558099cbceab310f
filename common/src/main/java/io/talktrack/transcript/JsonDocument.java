package io.talktrack.transcript;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
import java.util.ArrayList;
import java.util.List;

/**
 * JSON read field by field and element by element, so that a large file never stands in memory as a
 * tree.
 */
final class JsonDocument {
  /** What to do with a field; the parser stands on its value and must end on the value's end. */
  interface FieldReader {
    void read(String field, JsonParser value) throws IOException, UnreadableException;
  }

  /** What to do with an array's element. */
  interface ElementReader<T> {
    void read(T element) throws UnreadableException;
  }

  private interface RootReader {
    void read(JsonParser root) throws IOException, UnreadableException;
  }

  // a list that is missing holds nothing; one with a null in it is broken
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
          .build();

  private JsonDocument() {}

  static void eachField(SourceText text, FieldReader reader) throws UnreadableException {
    read(text, JsonToken.START_OBJECT, object -> eachField(object, reader));
  }

  /** Reads an object within another one; anything else than an object has no fields. */
  static void eachField(JsonParser object, FieldReader reader)
      throws IOException, UnreadableException {
    if (object.currentToken() != JsonToken.START_OBJECT) {
      object.skipChildren();
      return;
    }

    while (object.nextToken() == JsonToken.FIELD_NAME) {
      String field = object.currentName();
      object.nextToken();
      reader.read(field, object);
    }
  }

  /** Reads a text that is one array. */
  static <T> void eachElement(SourceText text, Class<T> type, ElementReader<T> reader)
      throws UnreadableException {
    read(text, JsonToken.START_ARRAY, array -> eachElement(array, type, reader));
  }

  /** Reads the array that one field of a text holds, and skips the other fields. */
  static <T> void eachElementOf(
      String field, SourceText text, Class<T> type, ElementReader<T> reader)
      throws UnreadableException {
    eachField(
        text,
        (name, value) -> {
          if (name.equals(field)) {
            eachElement(value, type, reader);
          } else {
            value.skipChildren();
          }
        });
  }

  /** Reads a text that is one object, for what is small or must stand in memory anyway. */
  static <T> T whole(SourceText text, Class<T> type) throws UnreadableException {
    List<T> read = new ArrayList<>(1);
    read(text, JsonToken.START_OBJECT, object -> read.add(value(object, type)));
    return read.get(0);
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

  static JsonParser parser(SourceText text) throws IOException {
    return factory(text.limits()).createParser(text.text());
  }

  private static void read(SourceText text, JsonToken start, RootReader reader)
      throws UnreadableException {
    try (JsonParser parser = parser(text)) {
      if (parser.nextToken() != start) {
        throw UnreadableException.atLine(Reason.MALFORMED, 1);
      }

      reader.read(parser);
      if (parser.nextToken() != null) {
        throw UnreadableException.atLine(Reason.MALFORMED, parser.currentLocation().getLineNr());
      }
    } catch (JsonProcessingException broken) {
      throw UnreadableException.atLine(reason(broken, text.text().length()), line(broken));
    } catch (IOException impossible) {
      throw new UncheckedIOException("Reading from a string failed", impossible);
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
