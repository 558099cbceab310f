package io.talktrack.jobs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** The secret behind all pseudonyms and cache keys. It is never printed and never stored. */
public final class HmacKey {
  static final String VARIABLE = "TALKTRACK_HMAC_KEY";
  private static final int SHORTEST = 32;

  private final byte[] secret;

  private HmacKey(byte[] secret) {
    this.secret = secret;
  }

  static HmacKey from(Map<String, String> environment) {
    String value = environment.getOrDefault(VARIABLE, "");
    if (value.length() < SHORTEST) {
      throw new SettingsException(
          """
          Cannot make pseudonyms: %s has %d characters, at least %d are needed. Make a key once with
            export %s=$(openssl rand -hex 32)
          and keep it outside the lake. Without it new calls no longer match the people in the tables, and everything is read by the models anew; whoever has it can test whether a person is in the tables."""
              .formatted(VARIABLE, value.length(), SHORTEST, VARIABLE));
    }
    return new HmacKey(value.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of the invented company in data-samples: public, so it protects nobody. */
  static HmacKey ofDemo() {
    return new HmacKey("talktrack demo: public, protects nobody".getBytes(StandardCharsets.UTF_8));
  }

  /** For commands that neither write nor look up pseudonyms. */
  static HmacKey none() {
    return new HmacKey(new byte[0]);
  }

  public byte[] bytes() {
    if (secret.length == 0) {
      throw new IllegalStateException("This command was started without " + VARIABLE);
    }
    return Arrays.copyOf(secret, secret.length);
  }

  @Override
  public String toString() {
    return "HmacKey";
  }
}
