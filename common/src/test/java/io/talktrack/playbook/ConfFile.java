package io.talktrack.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files under the project's conf folder, for tests. */
public final class ConfFile {
  public static String read(String name) {
    return text(conf().resolve(name));
  }

  static List<String> readAll(String folder) {
    try (Stream<Path> files = Files.list(conf().resolve(folder))) {
      return files.sorted().map(ConfFile::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path conf() {
    Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("conf/playbooks"))) {
      folder = folder.getParent();
    }
    return folder.resolve("conf");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ConfFile() {}
}
