package io.talktrack.jobs.coach;

import io.talktrack.identity.ContentHash;
import java.util.Collection;

/** Names many values by what they say, in whatever order they come. */
final class Fingerprint {
  private static final int DIGITS = 16;

  static String of(Collection<?> values) {
    return ContentHash.of(
            values.stream().map(value -> ContentHash.of(value.toString())).sorted().toArray())
        .substring(0, DIGITS);
  }

  private Fingerprint() {}
}
