package io.talktrack.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a definition is: a file or folder of the user's, or one inside the jar.
 *
 * @param where a path, or {@code classpath:} and a resource's name
 */
public record Location(String where) {
  private static final String CLASSPATH = "classpath:";

  public Location {
    if (where.isBlank()) {
      throw new IllegalArgumentException("A location needs a path");
    }
  }

  /** What is at this location below its own path. */
  public Location resolve(String child) {
    return new Location(where + "/" + child);
  }

  public boolean exists() {
    try (InputStream in = open()) {
      return in != null;
    } catch (IOException e) {
      return false;
    }
  }

  /** The file's content. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** The file's content, where it is no text. */
  public byte[] bytes() {
    try (InputStream in = open()) {
      if (in == null) {
        throw new SettingsException(
            "Cannot read %s: the jar has no such file. Set a path instead, or build the jar anew."
                .formatted(where));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new SettingsException(
          "Cannot read %s: %s. Check the path in the settings."
              .formatted(where, e.getClass().getSimpleName()));
    }
  }

  private InputStream open() throws IOException {
    return where.startsWith(CLASSPATH)
        ? Location.class.getResourceAsStream("/" + where.substring(CLASSPATH.length()))
        : Files.newInputStream(Path.of(where));
  }

  @Override
  public String toString() {
    return where;
  }
}
