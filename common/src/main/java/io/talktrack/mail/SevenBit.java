package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/** Decodes what Java does not: UTF-7 (RFC 2152) and HZ (RFC 1843), which hide text in ASCII. */
final class SevenBit {
  private static final Charset GB2312 = Charset.forName("GB2312");
  private static final int HIGH_BIT = 0x80;

  private SevenBit() {}

  /** The text, where the label names one of these two and no byte says otherwise. */
  static Optional<String> decode(byte[] bytes, String label) {
    if (label == null) {
      return Optional.empty();
    }

    for (byte b : bytes) {
      if (b < 0) {
        return Optional.empty();
      }
    }

    String text = new String(bytes, ISO_8859_1);
    return switch (label.strip().toLowerCase(Locale.ROOT).replace("\"", "")) {
      case "utf-7", "utf7", "unicode-1-1-utf-7", "unicode-2-0-utf-7", "x-unicode-2-0-utf-7" ->
          Optional.of(utf7(text));
      case "hz-gb-2312", "hz" -> Optional.of(hz(text));
      default -> Optional.empty();
    };
  }

  private static String utf7(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int shift = text.indexOf('+', at);
      if (shift < 0) {
        return plain.append(text, at, text.length()).toString();
      }

      plain.append(text, at, shift);
      int end = shift + 1;
      while (end < text.length() && isBase64(text.charAt(end))) {
        end++;
      }

      boolean isClosed = end < text.length() && text.charAt(end) == '-';
      plain.append(end == shift + 1 ? "+" : utf16(text.substring(shift + 1, end)));
      at = isClosed ? end + 1 : end;
    }

    return plain.toString();
  }

  /** Bits left over are padding, and so is half a unit. */
  private static String utf16(String base64) {
    byte[] units = HeaderText.base64(base64);
    return new String(units, 0, units.length - units.length % 2, UTF_16BE);
  }

  private static boolean isBase64(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }

  private static String hz(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
      if (c != '~') {
        plain.append(c);
        at++;
      } else if (next == '{') {
        int close = text.indexOf("~}", at + 2);
        int end = close < 0 ? text.length() : close;
        plain.append(gb(text.substring(at + 2, end)));
        at = close < 0 ? end : end + 2;
      } else {
        plain.append(next == '\n' ? "" : "~");
        at += next == '~' || next == '\n' ? 2 : 1;
      }
    }

    return plain.toString();
  }

  private static String gb(String sevenBit) {
    byte[] bytes = sevenBit.getBytes(ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      // a line's end leaves the mode in old writers
      bytes[i] = (byte) (bytes[i] > ' ' ? bytes[i] | HIGH_BIT : bytes[i]);
    }

    return new String(bytes, GB2312);
  }
}
