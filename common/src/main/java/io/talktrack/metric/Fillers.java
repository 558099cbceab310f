package io.talktrack.metric;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that only fill time: a count by list, in English and Chinese.
 *
 * <p>Words with a meaning of their own count only where that meaning is ruled out: "like" between
 * commas, "you know" not after "do", "if" or "as", 那个 and 这个 doubled or before a pause, 额 alone.
 */
final class Fillers {
  private static final Pattern FILLER =
      Pattern.compile(
          "\\b(?:u+h*m+|u+h+|e+r+m*|h+m+|m{2,})\\b(?!-)"
              + "|(?<!\\b(?:do|did|if|as|let)\\s)\\byou know\\b(?!\\s+(?:what|how|that|who|if))"
              + "|\\bi mean\\b|\\bbasically\\b|\\bsort of\\b"
              + "|(?<!\\b(?:what|this|that|some|any|a)\\s)\\bkind of\\b"
              + "|(?<=,\\s?)like(?=,)"
              + "|嗯+|呃+|(?<![\\p{IsHan}])额+(?![\\p{IsHan}])"
              + "|(?:那个){2,}|(?:这个){2,}|(?:那个|这个)(?=[，,、…。]|\\.{2,})"
              + "|就是说|怎么说呢");

  static int in(String text) {
    Matcher matcher = FILLER.matcher(text.toLowerCase(Locale.ROOT));
    int count = 0;
    while (matcher.find()) {
      count++;
    }

    return count;
  }

  private Fillers() {}
}
