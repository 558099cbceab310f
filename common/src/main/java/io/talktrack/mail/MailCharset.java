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

  /** Fewer cannot tell Chinese from a word in capitals with accents. */
  private static final int FEWEST_HIGH = 8;

  /** Labels that mailers write, and the wider charset that what they send really is. */
  private static final Map<String, Charset> WIDER =
      Map.ofEntries(
          Map.entry("us-ascii", WINDOWS_1252),
          Map.entry("ascii", WINDOWS_1252),
          Map.entry("iso-8859-1", WINDOWS_1252),
          Map.entry("latin1", WINDOWS_1252),
          Map.entry("gb2312", Charset.forName("GB18030")),
          Map.entry("gb_2312-80", Charset.forName("GB18030")),
          Map.entry("gbk", Charset.forName("GB18030")),
          Map.entry("cp936", Charset.forName("GB18030")),
          Map.entry("x-gbk", Charset.forName("GB18030")),
          Map.entry("gb18030-2000", Charset.forName("GB18030")),
          Map.entry("chinesebig5", Charset.forName("Big5-HKSCS")),
          Map.entry("x-x-big5", Charset.forName("Big5-HKSCS")),
          Map.entry("big5", Charset.forName("Big5-HKSCS")),
          Map.entry("shift_jis", Charset.forName("windows-31j")),
          Map.entry("shift-jis", Charset.forName("windows-31j")),
          Map.entry("iso-2022-jp", Charset.forName("x-windows-iso2022jp")),
          Map.entry("ks_c_5601-1987", Charset.forName("x-windows-949")),
          Map.entry("euc-kr", Charset.forName("x-windows-949")),
          Map.entry("iso-8859-8-i", Charset.forName("ISO-8859-8")),
          Map.entry("iso-8859-8-e", Charset.forName("ISO-8859-8")),
          Map.entry("iso-8859-6-i", Charset.forName("ISO-8859-6")),
          Map.entry("macintosh", Charset.forName("x-MacRoman")),
          Map.entry("x-sjis", Charset.forName("windows-31j")),
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
    Optional<String> hidden = SevenBit.decode(bytes, label);
    if (hidden.isPresent()) {
      return hidden.get();
    }

    if (isPlainAscii(bytes)) {
      return new String(bytes, UTF_8);
    }

    if (isEscaped(bytes) && !isEscapedLabel(label)) {
      Optional<String> escaped = detected(bytes).flatMap(charset -> strictly(bytes, charset));
      if (escaped.isPresent()) {
        return escaped.get();
      }
    }

    // valid UTF-8 beyond ASCII hardly happens by chance, whatever a label claims
    Optional<Charset> claimed = charset(label);
    Optional<String> utf8 = strictly(bytes, UTF_8);
    boolean isOneByte = claimed.isEmpty() || claimed.get().newEncoder().maxBytesPerChar() == 1;
    if (utf8.isPresent() && (isOneByte || isSurely(utf8.get()))) {
      return utf8.get();
    }

    if (isOneByte && claimed.isPresent()) {
      Optional<String> twoBytes = inPairs(bytes);
      if (twoBytes.isPresent()) {
        return twoBytes.get();
      }
    }

    boolean trusted = claimed.isPresent() && !isAsciiLabel(label);
    if (trusted) {
      String text = new String(bytes, claimed.get());
      if (text.indexOf(REPLACEMENT) < 0) {
        return text;
      }

      if (utf8.isPresent() || !isMostlyBroken(text)) {
        return utf8.orElse(text);
      }
    }

    return detected(bytes)
        .flatMap(charset -> strictly(bytes, charset))
        .orElseGet(() -> new String(bytes, claimed.orElse(WINDOWS_1252)));
  }

  static boolean isUtf8(byte[] bytes) {
    return strictly(bytes, UTF_8).isPresent();
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

  /**
   * Whether text that is valid UTF-8 was meant so, though its label names a charset of two bytes: a
   * few characters of GB2312 can be valid by chance, but only as two bytes each.
   */
  private static boolean isSurely(String utf8) {
    return utf8.chars().anyMatch(c -> c > 0x7ff);
  }

  /**
   * The text in a charset of two bytes, where a label of one byte is surely wrong: accents stand
   * alone among letters, but such text has its high bytes in runs.
   */
  private static Optional<String> inPairs(byte[] bytes) {
    int high = 0;
    int inRuns = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean isRun = (i > 0 && bytes[i - 1] < 0) || (i + 1 < bytes.length && bytes[i + 1] < 0);
      high += bytes[i] < 0 ? 1 : 0;
      inRuns += bytes[i] < 0 && isRun ? 1 : 0;
    }

    if (high < FEWEST_HIGH || inRuns * 10 < high * 8) {
      return Optional.empty();
    }

    return detected(bytes)
        .filter(charset -> charset.newEncoder().maxBytesPerChar() > 1)
        .flatMap(charset -> strictly(bytes, charset));
  }

  /** Whether sequences of ISO 2022 switch between scripts in seven bits. */
  private static boolean isEscaped(byte[] bytes) {
    boolean switches = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return false;
      }

      switches |= bytes[i] == 0x1b && i + 1 < bytes.length && bytes[i + 1] == '$';
    }

    return switches;
  }

  private static boolean isEscapedLabel(String label) {
    return label != null && label.strip().toLowerCase(Locale.ROOT).startsWith("iso-2022");
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
