package io.talktrack.jobs.coach;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;

/** Names many values by what they say, in whatever order they come. */
final class Fingerprint {
  private static final int BYTES = 8;

  /** The first 16 hexadecimal digits of the SHA-256 of the values' text, sorted. */
  static String of(Collection<?> values) {
    MessageDigest digest = sha256();
    values.stream()
        .map(value -> sha256().digest(value.toString().getBytes(UTF_8)))
        .sorted(Arrays::compare)
        .forEach(digest::update);
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private Fingerprint() {}
}
