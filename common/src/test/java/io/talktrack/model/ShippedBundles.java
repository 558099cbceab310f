package io.talktrack.model;

import java.nio.file.Files;
import java.nio.file.Path;

/** The bundles that a user gets without any setting, in the cache where the product keeps them. */
public final class ShippedBundles {
  public static ModelBundle named(String name) {
    return ModelBundle.build(TrainedHeads.load(conf().resolve(name)), cache());
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
