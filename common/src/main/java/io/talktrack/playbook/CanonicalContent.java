package io.talktrack.playbook;

import io.talktrack.identity.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/** Hashes a definition by what it says: same content, same hash, whatever its file looks like. */
public final class CanonicalContent {
  private static final int DIGITS = 16;

  /** The first 16 hexadecimal digits of the SHA-256 of the rules' name and the content. */
  public static String hash(String rules, Record content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(rules, out);
      write(content, out);
      return ContentHash.of(bytes.toByteArray()).substring(0, DIGITS);
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("A definition could not be hashed", e);
    }
  }

  // every value is led by its kind and length, so that no two contents share their bytes
  private static void write(Object value, DataOutputStream out)
      throws IOException, ReflectiveOperationException {
    if (value instanceof Record row) {
      RecordComponent[] components = row.getClass().getRecordComponents();
      open(row.getClass().getSimpleName(), components.length, out);
      for (RecordComponent component : components) {
        write(component.getAccessor().invoke(row), out);
      }
    } else if (value instanceof SortedMap<?, ?> map) {
      open("map", map.size(), out);
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        write(entry.getKey(), out);
        write(entry.getValue(), out);
      }
    } else if (value instanceof List || value instanceof SortedSet) {
      Collection<?> items = (Collection<?>) value;
      open("list", items.size(), out);
      for (Object item : items) {
        write(item, out);
      }
    } else if (value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum) {
      byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
      open("text", text.length, out);
      out.write(text);
    } else {
      throw new IllegalStateException("A definition holds what has no canonical form: " + value);
    }
  }

  private static void open(String kind, int size, DataOutputStream out) throws IOException {
    out.writeUTF(kind);
    out.writeInt(size);
  }

  private CanonicalContent() {}
}
