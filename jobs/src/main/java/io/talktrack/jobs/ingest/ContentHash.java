package io.talktrack.jobs.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names content by what it is: the first 32 hex digits of SHA-256. */
final class ContentHash {
  static String of(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content), 0, 16);
  }

  /** Of several values, kept apart so that no two lists run into one another. */
  static String of(Object... values) {
    MessageDigest digest = digest();
    for (Object value : values) {
      byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private ContentHash() {}
}
