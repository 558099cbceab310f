package io.talktrack.objection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.talktrack.call.Evidence;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An objection's identity: the first 24 hex digits of SHA-256 over evidence, type and version. */
final class ObjectionId {
  private static final int BYTES = 12;

  static String of(Evidence evidence, ObjectionType type, String definitionVersion) {
    String identity =
        String.join(
            "\n",
            evidence.source().name(),
            evidence.sourceId(),
            Integer.toString(evidence.unitNo()),
            Integer.toString(evidence.start()),
            Integer.toString(evidence.end()),
            type.name(),
            definitionVersion);
    return HexFormat.of().formatHex(sha256(identity), 0, BYTES);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  private ObjectionId() {}
}
