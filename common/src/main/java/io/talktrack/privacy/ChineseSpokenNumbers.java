package io.talktrack.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds numbers that are spoken in Chinese: 幺三八零零…, with 洞 and 拐 as on the phone, and 三个八 for three
 * of them.
 */
final class ChineseSpokenNumbers {
  private static final String SIGNS = "零〇洞幺一壹二贰三叁四肆五伍六陆七柒拐八捌九玖";
  private static final String DIGITS = "00011122334455667778899";
  private static final String COUNTS = "两二三四五六";
  private static final String GAPS = " ,，、-";
  private static final int WIDEST_GAP = 2;
  private static final int FEWEST_SIGNS = 4;

  private ChineseSpokenNumbers() {}

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    String text = passage.plain();
    int at = 0;
    while (at < text.length()) {
      StringBuilder digits = new StringBuilder();
      int end = row(text, at, digits);
      if (end > at && digits.length() > 0) {
        Span span =
            signs(text, at, end) >= FEWEST_SIGNS
                ? SpokenDigits.span(passage, digits.toString(), at, end, false)
                : null;
        if (span != null) {
          spans.add(span);
        }
      }

      at = Math.max(at + 1, end);
    }

    return spans;
  }

  /** Reads digits from here on and says where they end. */
  private static int row(String text, int from, StringBuilder digits) {
    int at = from;
    int end = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean isRepeated =
          COUNTS.indexOf(c) >= 0
              && at + 2 < text.length()
              && text.charAt(at + 1) == '个'
              && digit(text.charAt(at + 2)) != null;
      if (isRepeated) {
        int times = "两三四五六".indexOf(c == '二' ? '两' : c) + 2;
        digits.append(digit(text.charAt(at + 2)).repeat(times));
        at += 3;
        end = at;
      } else if (digit(c) != null) {
        digits.append(digit(c));
        at++;
        end = at;
      } else if (end > from && at - end < WIDEST_GAP && GAPS.indexOf(c) >= 0) {
        at++;
      } else {
        return end;
      }
    }

    return end;
  }

  private static String digit(char c) {
    if (c >= '0' && c <= '9') {
      return Character.toString(c);
    }

    int sign = SIGNS.indexOf(c);
    return sign < 0 ? null : DIGITS.substring(sign, sign + 1);
  }

  private static long signs(String text, int from, int to) {
    return text.substring(from, to).chars().filter(c -> SIGNS.indexOf(c) >= 0).count();
  }
}
