package io.talktrack.metric;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a text names a day, a week or an hour to come, in English and Chinese. "Later" and "some
 * time" are none; a day that is said to be past ("last Friday", 上周三) is none.
 */
final class DateMention {
  private static final String WEEKDAY =
      "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tue|wed|thu|fri)\\b";
  private static final String MONTH =
      "(?:january|february|march|april|may|june|july|august|september|october|november|december"
          + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)";
  private static final String ORDINAL = "\\d{1,2}(?:st|nd|rd|th)";
  private static final String ORDINAL_WORD =
      "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
          + "|\\w+teenth|\\w+tieth)";
  private static final String NUMBER = "(?:\\d+|a|an|one|two|three|four|five|six|ten|couple of)";
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?<!last )(?<!past )\\b(?:"
              + WEEKDAY
              + ")"
              + "|\\b(?:tomorrow|tonight|this (?:afternoon|evening|week)|later today)\\b"
              + "|\\bnext (?:week|month)\\b|\\bend of (?:the |this |next )?(?:day|week|month)\\b"
              + ("|\\b" + MONTH + "\\.? (?:the )?\\d{1,2}(?:st|nd|rd|th)?\\b")
              + ("|\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?" + MONTH + "\\b")
              + ("|\\bend of " + MONTH + "\\b|\\bthe " + ORDINAL + "\\b")
              + ("|\\b(?:on|by|for) the " + ORDINAL_WORD + "\\b(?! time)")
              + ("|\\bthe " + ORDINAL_WORD + " of (?:the|this|next) month\\b")
              + ("|\\b(?:in|within) (?:the next )?" + NUMBER + " (?:day|week|hour)s?\\b")
              + "|\\b\\d{1,2}(?::\\d{2})? ?(?:am|pm|a\\.m|p\\.m|o'clock)"
              + "|\\bat (?:\\d{1,2}(?::\\d{2})?|noon|one|two|three|four|five|ten|eleven)\\b(?! ?%)"
              + "|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?\\b");
  private static final String DIGIT = "[0-9０-９一二三四五六七八九十两]";
  private static final Pattern CHINESE =
      Pattern.compile(
          "(?<!上)(?<!上个)(?:周|星期|礼拜)[一二三四五六日天末1-6]"
              + "|(?:下|本|这)个?(?:周|星期|礼拜)|周末前"
              + "|初[一二三四五六七八九十]|明天|后天|明早|明晚|今晚|今天(?:下午|晚上|之内|下班)"
              + ("|" + DIGIT + "{1,3}(?:月" + DIGIT + "{1,3})?[号日](?!码)")
              + ("|" + DIGIT + "{1,2}月(?:初|中|底)|[本这下]个?月(?:初|中|底|内|" + DIGIT + ")|月底")
              // 一点 alone means "a little"
              + ("|(?:(?<=[午上晨])一|(?!一点)" + DIGIT + "{1,3})点(?![建评儿问击])")
              + ("|" + DIGIT + "{1,2}个?(?:天|周|星期|工作日)(?:之?内|以后|之?后)"));

  // what masking leaves of a date
  private static final Pattern MASKED = Pattern.compile("[\\[<{](?:DATE|TIME)(?:_?\\w+)?[\\]>}]");

  static boolean in(String text) {
    return MASKED.matcher(text).find()
        || ENGLISH.matcher(text.toLowerCase(Locale.ROOT)).find()
        || CHINESE.matcher(text).find();
  }

  private DateMention() {}
}
