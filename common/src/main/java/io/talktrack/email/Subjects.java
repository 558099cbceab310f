package io.talktrack.email;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a subject line is about, whatever mailers have put in front of it. */
public final class Subjects {
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:re|fw|fwd|aw|wg|antw|antwort|sv|vs|tr|rv|ref|rif|res|enc|回复|回覆|答复|答覆|转发|轉寄|轉發)"
              + "(?:\\s?[\\[(]\\d{1,3}[\\])])?\\s?:|\\[(?:external|ext|外部邮件|外部)\\])\\s*");

  private static final int LONGEST = 1_000;

  private Subjects() {}

  /** Without prefixes of replies and forwards, lower case, spaces collapsed. */
  public static String normalised(String subject) {
    String start = subject.substring(0, Math.min(subject.length(), LONGEST));
    String left =
        Normalizer.normalize(start, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ")
            .strip();
    String before;
    do {
      before = left;
      left = PREFIX.matcher(left).replaceFirst("");
    } while (!left.equals(before));

    return left;
  }
}
