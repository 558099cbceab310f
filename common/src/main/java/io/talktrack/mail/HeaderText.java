package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/**
 * Decodes a header value: encoded words (RFC 2047) as the standard has them and as mailers break
 * them, and raw 8-bit text.
 *
 * <p>Neighbouring words of one charset are joined as bytes first, because mailers cut Chinese
 * characters in two.
 */
final class HeaderText {
  private static final int LONGEST_CHARSET = 60;
  private static final int LONGEST_WORD = 2_000;

  private final String raw;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private String pendingCharset;

  private HeaderText(String raw) {
    this.raw = raw;
  }

  /** The text of a header's unfolded bytes. */
  static String decode(byte[] value) {
    String raw = new String(value, ISO_8859_1);
    boolean isSevenBit = raw.chars().allMatch(c -> c < 128);
    return decode(isSevenBit ? raw : MailCharset.decode(value, null));
  }

  /** The text of a header that is already characters. */
  static String decode(String raw) {
    return raw.contains("=?") ? new HeaderText(raw).decoded() : raw;
  }

  private String decoded() {
    int at = 0;
    while (at < raw.length()) {
      Word word = wordAt(at);
      if (word == null) {
        int next = raw.indexOf("=?", at + 1);
        int end = next < 0 ? raw.length() : next;
        String between = raw.substring(at, end);
        // white space between two encoded words is not part of the text
        if (pendingCharset == null || next < 0 || !between.isBlank()) {
          flush();
          text.append(between);
        }

        at = end;
      } else {
        add(word);
        at = word.end;
      }
    }

    flush();
    return text.toString();
  }

  private void add(Word word) {
    if (pendingCharset != null && !pendingCharset.equalsIgnoreCase(word.charset)) {
      flush();
    }

    pendingCharset = word.charset;
    pending.writeBytes(word.bytes);
  }

  private void flush() {
    if (pendingCharset != null) {
      text.append(MailCharset.decode(pending.toByteArray(), pendingCharset));
      pending.reset();
      pendingCharset = null;
    }
  }

  private Word wordAt(int at) {
    if (!raw.startsWith("=?", at)) {
      return null;
    }

    // bounded, so that a header of nothing but openings stays linear
    String near = raw.substring(at + 2, Math.min(raw.length(), at + LONGEST_WORD));
    int mark = near.indexOf('?');
    if (mark < 0 || mark > LONGEST_CHARSET || mark + 2 >= near.length()) {
      return null;
    }

    char encoding = Character.toUpperCase(near.charAt(mark + 1));
    if ((encoding != 'B' && encoding != 'Q') || near.charAt(mark + 2) != '?') {
      return null;
    }

    int start = mark + 3;
    int close = near.indexOf("?=", start);
    int open = nextWord(near, start);
    boolean isClosed = close >= 0 && (open < 0 || close <= open + 1);
    int end = isClosed ? close : open < 0 ? near.length() : open;
    String content = near.substring(start, end);
    String charset = near.substring(0, mark).split("\\*", 2)[0];
    return new Word(
        charset,
        encoding == 'B' ? base64(content) : quoted(content),
        at + 2 + (isClosed ? end + 2 : end));
  }

  /** Where another word opens; in {@code =?=} the first sign is padding of this one. */
  private static int nextWord(String near, int from) {
    int open = near.indexOf("=?", from);
    while (open >= 0 && near.startsWith("=?=", open)) {
      open = near.indexOf("=?", open + 2);
    }

    return open;
  }

  /** What the signs say that base64 knows; all others are left out. */
  static byte[] base64(String content) {
    String known = content.replaceAll("[^A-Za-z0-9+/]", "");
    // one sign left over holds no whole byte
    int whole = known.length() % 4 == 1 ? known.length() - 1 : known.length();
    return Base64.getDecoder().decode(known.substring(0, whole));
  }

  private static byte[] quoted(String content) {
    byte[] in = content.getBytes(content.chars().allMatch(c -> c < 256) ? ISO_8859_1 : UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
      if (in[i] == '_') {
        out.write(' ');
      } else if (in[i] == '=' && high >= 0 && low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(in[i]);
      }
    }

    return out.toByteArray();
  }

  private static final class Word {
    private final String charset;
    private final byte[] bytes;
    private final int end;

    Word(String charset, byte[] bytes, int end) {
      this.charset = charset;
      this.bytes = bytes;
      this.end = end;
    }
  }
}
