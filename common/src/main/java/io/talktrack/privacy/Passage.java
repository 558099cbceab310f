package io.talktrack.privacy;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as the rules see it: as long as the original, but with plain digits, letters, spaces and
 * hyphens for their wide and typographic forms, and nothing in the place of what is masked already.
 */
record Passage(String plain, boolean isChinese, boolean hasDigits, boolean hasIdeographs) {
  private static final int BEFORE = 44;
  private static final int AFTER = 40;
  private static final char MASKED = '\u0001';
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          Arrays.stream(PersonalData.values())
              .map(type -> Pattern.quote(type.placeholder()))
              .collect(joining("|")));
  private static final Pattern SENTENCE_END = Pattern.compile("[!?。！？;；]|(?<![:：]|[:：] )\\n");

  static Passage of(String text, String language) {
    char[] plain = text.toCharArray();
    boolean hasDigits = false;
    boolean hasIdeographs = false;
    for (int i = 0; i < plain.length; i++) {
      char c = plain(plain[i]);
      plain[i] = c;
      hasDigits |= c >= '0' && c <= '9';
      hasIdeographs |= isIdeograph(c);
    }

    if (text.indexOf('[') >= 0) {
      Matcher placeholder = PLACEHOLDER.matcher(text);
      while (placeholder.find()) {
        Arrays.fill(plain, placeholder.start(), placeholder.end(), MASKED);
      }
    }

    return new Passage(new String(plain), "zh".equals(language), hasDigits, hasIdeographs);
  }

  /** What the words shortly before a number say that it is. */
  Cue cueBefore(int at) {
    String before = plain.substring(Math.max(0, at - BEFORE), at);
    Matcher end = SENTENCE_END.matcher(before);
    int start = 0;
    while (end.find()) {
      start = end.end();
    }

    return Cue.last(before.substring(start));
  }

  /** What the words right after a number say that it was, as in {@code 555 0123 is my mobile}. */
  Cue cueAfter(int at) {
    return Cue.first(plain.substring(at, Math.min(plain.length(), at + AFTER)));
  }

  /** Whether a character of the unified ideographs' first block, as names and addresses are. */
  static boolean isIdeograph(char c) {
    return c >= '\u4e00' && c <= '\u9fff';
  }

  static boolean isMasked(char c) {
    return c == MASKED;
  }

  char charAt(int at) {
    return at < 0 || at >= plain.length() ? ' ' : plain.charAt(at);
  }

  private static char plain(char c) {
    if (c >= '\uff01' && c <= '\uff5e') {
      return (char) (c - 0xfee0);
    }

    if (c > 127 && Character.isDigit(c)) {
      return Character.forDigit(Character.digit(c, 10), 10);
    }

    return switch (c) {
      case '\u00a0', '\u2002', '\u2003', '\u2007', '\u2009', '\u200a', '\u202f', '\u3000' -> ' ';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      default -> c;
    };
  }
}
