package io.talktrack.model;

import java.nio.file.Files;
import java.nio.file.Path;

/** The bundles that a user gets without any setting, in the cache where the product keeps them. */
final class ShippedBundles {
  static ModelBundle named(String name) {
    Path project = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (!Files.isDirectory(project.resolve("conf/models"))) {
      project = project.getParent();
    }
    return ModelBundle.build(
        TrainedHeads.load(project.resolve("conf/models").resolve(name)), cache());
  }

  private static Path cache() {
    String home = System.getenv("XDG_CACHE_HOME");
    Path caches =
        home == null || home.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(home);
    return caches.resolve("talktrack/models");
  }

  private ShippedBundles() {}
}
