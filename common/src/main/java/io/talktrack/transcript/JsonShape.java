package io.talktrack.transcript;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The paths of a JSON text's fields, such as {@code results.items[].type}. Of an array it knows
 * those of its first objects.
 */
final class JsonShape {
  private static final int DEEPEST = 6;
  // the first may lack what the others have: a silence has no words
  private static final int OBJECTS_LOOKED_AT = 20;
  private static final int MOST_PATHS = 10_000;

  private final Set<String> paths = new HashSet<>();

  private JsonShape() {}

  /** As far as the JSON holds: the reader of the format says what is broken, and where. */
  static JsonShape of(SourceText text) {
    JsonShape shape = new JsonShape();
    String start = text.text().stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return shape;
    }

    try (JsonParser parser = JsonDocument.parser(text)) {
      parser.nextToken();
      shape.add(parser, "", 0);
    } catch (IOException broken) {
      return shape;
    }

    return shape;
  }

  boolean has(String... all) {
    return paths.containsAll(Set.of(all));
  }

  /** Whether one of the paths is like this. */
  boolean hasLike(Pattern path) {
    return paths.stream().anyMatch(path.asMatchPredicate());
  }

  boolean hasOnly(String... all) {
    return paths.equals(Set.of(all));
  }

  private void add(JsonParser value, String path, int depth) throws IOException {
    if (depth < DEEPEST && value.currentToken() == JsonToken.START_OBJECT) {
      addFields(value, path, depth);
    } else if (depth < DEEPEST && value.currentToken() == JsonToken.START_ARRAY) {
      addFirstObjects(value, path, depth);
    } else {
      value.skipChildren();
    }
  }

  private void addFields(JsonParser object, String path, int depth) throws IOException {
    while (object.nextToken() == JsonToken.FIELD_NAME) {
      String field = path.isEmpty() ? object.currentName() : path + "." + object.currentName();
      if (paths.size() < MOST_PATHS) {
        paths.add(field);
      }

      object.nextToken();
      add(object, field, depth + 1);
    }
  }

  private void addFirstObjects(JsonParser array, String path, int depth) throws IOException {
    int seen = 0;
    while (array.nextToken() != JsonToken.END_ARRAY && array.currentToken() != null) {
      if (seen < OBJECTS_LOOKED_AT && array.currentToken() == JsonToken.START_OBJECT) {
        addFields(array, path + "[]", depth);
        seen++;
      } else {
        array.skipChildren();
      }
    }
  }
}
