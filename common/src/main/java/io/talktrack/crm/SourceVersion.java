package io.talktrack.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** The content hash of a row: the first 32 hexadecimal digits of SHA-256 over its values. */
public final class SourceVersion {
  private static final String SEPARATOR = "\u001f";
  private static final String NULL = "\u0000";

  private SourceVersion() {}

  /** The hash of values in their order; null differs from an empty text. */
  public static String of(Object... values) {
    String canonical =
        Arrays.stream(values)
            .map(value -> value == null ? NULL : value.toString())
            .collect(Collectors.joining(SEPARATOR));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
