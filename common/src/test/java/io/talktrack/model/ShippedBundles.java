package io.talktrack.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bundles that a user gets without any setting, in the cache where the product keeps them. */
public final class ShippedBundles {
  public static ModelBundle named(String name) {
    return ModelBundle.build(TrainedHeads.load(conf().resolve(name)), cache());
  }

  /** The same in int8, by the ranges that ship. */
  static ModelBundle inInt8(String name) throws IOException {
    Path folder = conf().resolve(name);
    return ModelBundle.build(TrainedHeads.load(folder), Optional.of(ranges(folder)), cache());
  }

  static ActivationRanges ranges(Path folder) throws IOException {
    Path file = folder.resolve(ActivationRanges.FILE);
    return ActivationRanges.fromJson(file.toString(), Files.readString(file));
  }

  static Path conf() {
    Path project = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (!Files.isDirectory(project.resolve("conf/models"))) {
      project = project.getParent();
    }
    return project.resolve("conf/models");
  }

  static Path cache() {
    String home = System.getenv("XDG_CACHE_HOME");
    Path caches =
        home == null || home.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(home);
    return caches.resolve("talktrack/models");
  }

  private ShippedBundles() {}
}
