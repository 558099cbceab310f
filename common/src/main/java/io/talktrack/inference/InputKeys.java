package io.talktrack.inference;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names model inputs by what they say and what will read them, without telling what they say.
 *
 * <p>The key covers everything that decides a score: the exact text, the bundle's hash, precision,
 * device and processor.
 */
public final class InputKeys implements Serializable {
  private static final long serialVersionUID = 1;

  private final byte[] secret;
  private final String reader;
  private transient Mac mac;

  public InputKeys(
      byte[] secret, String bundleHash, String precision, String device, String processor) {
    this.secret = Arrays.copyOf(secret, secret.length);
    this.reader = String.join("|", bundleHash, precision, device, processor) + "\n";
  }

  public synchronized String of(String text) {
    try {
      if (mac == null) {
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      }
      byte[] hash = mac.doFinal((reader + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
