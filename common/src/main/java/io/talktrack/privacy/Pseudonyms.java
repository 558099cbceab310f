package io.talktrack.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns people into pseudonyms that only the holder of the key can make again (HMAC-SHA-256, cut to
 * 96 bits). It is sent to executors, so it serialises; it never prints its key.
 */
public final class Pseudonyms implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHORTEST_KEY = 32;
  private static final int BYTES = 12;
  private static final String ALGORITHM = "HmacSHA256";

  private static final Pattern IN_BRACKETS =
      Pattern.compile("\\([^()]{0,80}\\)|\\[[^\\[\\]]{0,80}\\]|【[^【】]{0,80}】");
  private static final Pattern TITLE =
      Pattern.compile(
          "(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady)(?:\\.\\s*|\\s+))+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}]");

  private final byte[] key;

  public Pseudonyms(byte[] key) {
    requireNonNull(key, "key is null");
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          ("Cannot make pseudonyms: the key has %d bytes, but fewer than %d can be guessed. Set"
                  + " TALKTRACK_HMAC_KEY to one made by: openssl rand -base64 32")
              .formatted(key.length, SHORTEST_KEY));
    }

    this.key = key.clone();
  }

  /**
   * The pseudonym of a person: "p_" and 24 hexadecimal digits.
   *
   * @param normalised a mailbox or name as {@link #normalisedMailbox} or {@link #normalisedName}
   *     give it
   */
  public String person(String normalised) {
    if (normalised.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot make a pseudonym: the name or mailbox is empty. Leave the person unknown.");
    }

    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] hash = mac.doFinal(normalised.getBytes(UTF_8));
      return "p_" + HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is missing from this Java", e);
    }
  }

  /** A name as people are told apart by it: without titles, brackets, case and odd spaces. */
  public static String normalisedName(String name) {
    String plain = folded(name);
    String bare = IN_BRACKETS.matcher(plain).replaceAll(" ");
    String spaced = bare.replaceAll("[\\s,;\"]+", " ").strip();
    String untitled = TITLE.matcher(spaced).lookingAt() ? withoutTitle(spaced) : spaced;
    return untitled.isEmpty() ? spaced : untitled;
  }

  /** A mailbox as mail programs compare it: lower case, without {@code <>} and {@code mailto:}. */
  public static String normalisedMailbox(String mailbox) {
    String bare = folded(mailbox).replaceAll("[\\s<>\"]", "");
    return bare.startsWith("mailto:") ? bare.substring("mailto:".length()) : bare;
  }

  @Override
  public String toString() {
    return "Pseudonyms[key hidden]";
  }

  private static String withoutTitle(String name) {
    return TITLE.matcher(name).replaceFirst("");
  }

  private static String folded(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String visible = INVISIBLE.matcher(composed).replaceAll("");
    // through upper case, so that ß and ss, ς and σ are the same
    return visible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
