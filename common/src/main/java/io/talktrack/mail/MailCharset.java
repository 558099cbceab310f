package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/** Turns bytes into text by the charset that a mail claims, or by what the bytes show. */
final class MailCharset {
  private static final char REPLACEMENT = '\ufffd';
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Labels that mailers write, and the wider charset that what they send really is. */
  private static final Map<String, Charset> WIDER =
      Map.ofEntries(
          Map.entry("us-ascii", WINDOWS_1252),
          Map.entry("ascii", WINDOWS_1252),
          Map.entry("iso-8859-1", WINDOWS_1252),
          Map.entry("latin1", WINDOWS_1252),
          Map.entry("gb2312", Charset.forName("GB18030")),
          Map.entry("gb_2312-80", Charset.forName("GB18030")),
          Map.entry("hz-gb-2312", Charset.forName("GB18030")),
          Map.entry("gbk", Charset.forName("GB18030")),
          Map.entry("cp936", Charset.forName("GB18030")),
          Map.entry("x-gbk", Charset.forName("GB18030")),
          Map.entry("big5", Charset.forName("Big5-HKSCS")),
          Map.entry("shift_jis", Charset.forName("windows-31j")),
          Map.entry("shift-jis", Charset.forName("windows-31j")),
          Map.entry("iso-2022-jp", Charset.forName("x-windows-iso2022jp")),
          Map.entry("ks_c_5601-1987", Charset.forName("x-windows-949")),
          Map.entry("euc-kr", Charset.forName("x-windows-949")),
          Map.entry("unicode-1-1-utf-8", UTF_8),
          Map.entry("utf8", UTF_8),
          Map.entry("utf8mb4", UTF_8));

  private MailCharset() {}

  /**
   * The text of the bytes.
   *
   * @param label the charset as the mail names it, null where it names none
   */
  static String decode(byte[] bytes, String label) {
    if (isPlainAscii(bytes)) {
      return new String(bytes, UTF_8);
    }

    // valid UTF-8 beyond ASCII hardly happens by chance, whatever a one-byte label claims
    Optional<Charset> claimed = charset(label);
    if (claimed.isEmpty() || claimed.get().equals(WINDOWS_1252)) {
      Optional<String> utf8 = strictly(bytes, UTF_8);
      if (utf8.isPresent()) {
        return utf8.get();
      }
    }

    boolean trusted = claimed.isPresent() && !isAsciiLabel(label);
    if (trusted) {
      String text = new String(bytes, claimed.get());
      if (text.indexOf(REPLACEMENT) < 0) {
        return text;
      }

      Optional<String> utf8 = strictly(bytes, UTF_8);
      if (utf8.isPresent() || !isMostlyBroken(text)) {
        return utf8.orElse(text);
      }
    }

    return detected(bytes)
        .flatMap(charset -> strictly(bytes, charset))
        .orElseGet(() -> new String(bytes, claimed.orElse(WINDOWS_1252)));
  }

  private static boolean isPlainAscii(byte[] bytes) {
    for (byte b : bytes) {
      // ISO-2022 and HZ hide other scripts in seven bits
      if (b < 0 || b == 0x1b || b == '~') {
        return false;
      }
    }

    return true;
  }

  private static boolean isAsciiLabel(String label) {
    return label.strip().toLowerCase(Locale.ROOT).endsWith("ascii");
  }

  private static boolean isMostlyBroken(String text) {
    long broken = text.chars().filter(c -> c == REPLACEMENT).count();
    long beyondAscii = text.chars().filter(c -> c > 127).count();
    return broken * 10 > beyondAscii;
  }

  private static Optional<Charset> charset(String label) {
    if (label == null || label.isBlank()) {
      return Optional.empty();
    }

    String name = label.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
    if (WIDER.containsKey(name)) {
      return Optional.of(WIDER.get(name));
    }

    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> detected(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes);
    detector.dataEnd();
    return charset(detector.getDetectedCharset());
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
