package io.talktrack.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The names' model that a user gets without any setting. */
public final class ShippedNames {
  private static final int TOKEN_BUDGET = 512;

  private ShippedNames() {}

  public static NameModel model() {
    Path folder = ShippedBundles.conf().resolve("talktrack-names-en");
    try {
      NameHead head =
          NameHead.fromJson(
              folder.toString(),
              Files.readString(folder.resolve("names.json")),
              Files.readString(folder.resolve("README.md")));
      return NameModel.here(NameBundle.build(head, ShippedBundles.cache()), head, TOKEN_BUDGET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
