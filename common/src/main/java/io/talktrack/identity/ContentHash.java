package io.talktrack.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Names content by what it is: the first 32 hexadecimal digits of SHA-256. */
public final class ContentHash {
  private static final int BYTES = 16;
  private static final String NULL = "-:";

  public static String of(byte[] content) {
    return hex(DigestUtils.sha256(content));
  }

  /**
   * Of several values in their order, kept apart so that no two lists run into one another; null
   * differs from an empty text.
   */
  public static String of(Object... values) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    for (Object value : values) {
      if (value == null) {
        digest.update(NULL.getBytes(UTF_8));
      } else {
        byte[] bytes = value.toString().getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
      }
    }
    return hex(digest.digest());
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private ContentHash() {}
}
