package io.talktrack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the real files that lie beside the project, and skips the test where they do not. */
public final class SharedData {
  private SharedData() {}

  public static Path folder(String name) {
    Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolve("shared/data"))) {
      at = at.getParent();
    }

    Path folder = at == null ? Path.of(name) : at.resolve("shared/data").resolve(name);
    Assumptions.assumeTrue(
        at != null && Files.isDirectory(folder), "shared/data/" + name + " is not here: skipped");
    return folder;
  }
}
