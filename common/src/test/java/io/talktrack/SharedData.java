package io.talktrack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the public data sets that lie beside the project, and skips a test where they do not. */
public final class SharedData {
  private SharedData() {}

  public static Path folder(String name) {
    Path found = null;
    for (Path at = Path.of(System.getProperty("user.dir")); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data").resolve(name);
      if (found == null && Files.isDirectory(candidate)) {
        found = candidate;
      }
    }

    Assumptions.assumeTrue(found != null, "shared/data/" + name + " is not here: skipped");
    return found;
  }
}
