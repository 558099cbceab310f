package io.talktrack.metric;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many questions a text asks, in English and Chinese.
 *
 * <ol>
 *   <li>A sentence that ends in a question mark is one; several marks in a row count once.
 *   <li>A Chinese sentence that ends in 吗 is one, whatever its mark.
 *   <li>In a text without any end mark, each clause (between commas; in Chinese also between
 *       spaces) is one if it begins like an English question ("what is", "how many", "do you",
 *       after lead-ins such as "so" or "um"), or has a Chinese question word or A-not-A form (什么,
 *       多少, 是不是) that no "I do not know" or "whatever" precedes, or ends in 呢 in at most eight
 *       characters ("那价格呢").
 * </ol>
 */
public final class Questions {
  private static final Pattern END_MARK = Pattern.compile("[.!?。！？…](?=\\s|$|\\p{IsHan}|[\"”’)）])");
  private static final Pattern MARKED = Pattern.compile("[?？]+(?=\\s|$|\\p{IsHan}|[\"”’)）!！])");
  private static final Pattern MA = Pattern.compile("吗[\\s”’\"]*(?:[。.!！，,；;…]|$)");
  private static final Pattern CLAUSE = Pattern.compile("[,，;；、]+|(?<=\\p{IsHan})\\s+");

  private static final String AUXILIARY =
      "(?:is|are|was|were|do|does|did|can|could|would|will|should|have|has|had|am|may|might)";
  private static final String SUBJECT =
      "(?:you|we|i|it|they|he|she|that|this|there|these|those|your|our|the|any|anyone|anybody)";
  private static final Pattern ENGLISH =
      Pattern.compile(
          "^(?:(?:so|and|but|or|um|uh|er|well|ok|okay|right|yeah|now|then|like|just|also|oh)\\s+)*"
              + "(?:"
              + ("(?:what|how|why|when|where|who|which|whose)(?:'s|'re|\\s+" + AUXILIARY + ")\\b")
              + "|what\\s+(?:about|kind|sort|type|else|other|happens|made|makes|goes)\\b|d'you\\b"
              + "|how\\s+(?:many|much|long|often|about|come|big|far|soon|well)\\b"
              + "|which\\s+(?:one|of)\\b"
              + ("|" + AUXILIARY + "(?:n't)?\\s+" + SUBJECT + "\\b")
              + ")");
  // "who takes": only where the text begins, elsewhere it may be a relative clause
  private static final Pattern WHO =
      Pattern.compile(
          "^(?:(?:so|and|but|um|uh|well|ok|okay)\\s+)*who\\s+(?!is|was|has|does)\\w+[^s\\W]s\\b");
  private static final Pattern CHINESE =
      Pattern.compile(
          "什么|怎么|怎样|为啥|为何|多少|多久|多大|多长|(?<![十好百千])几(?![乎率何十百千万])|哪(?![怕能有行])|谁|如何|咋"
              + "|是不是|有没有|能不能|会不会|可不可以|要不要|对不对|好不好|行不行|需不需要|愿不愿意|方不方便");
  private static final Pattern NO_QUESTION =
      Pattern.compile("不知道|不清楚|不确定|无论|不管|没什么|没怎么|不怎么|什么的|什么都|怎么都|谁都|多少有|多少会");
  private static final Pattern AND_WHAT_OF = Pattern.compile("^(?!嗯|.*(?:还|正|才|着)).{1,7}呢$");

  public static int in(String text) {
    int asked = marked(text);
    return asked > 0 || isPunctuated(text) ? asked : withoutMarks(text);
  }

  /**
   * Whether some of a text, from one code point to before another, is said in a sentence that asks.
   * A text without end marks is one sentence.
   */
  public static boolean asks(String text, int start, int end) {
    if (!isPunctuated(text)) {
      return in(text) > 0;
    }

    int from = text.offsetByCodePoints(0, start);
    int to = text.offsetByCodePoints(0, end);
    int begin = 0;
    Matcher mark = END_MARK.matcher(text);
    while (begin < to && mark.find()) {
      if (from < mark.end() && marked(text.substring(begin, mark.end())) > 0) {
        return true;
      }
      begin = mark.end();
    }

    return begin < to && marked(text.substring(begin)) > 0;
  }

  private static int marked(String text) {
    return count(MARKED, text) + count(MA, text);
  }

  static boolean isPunctuated(String text) {
    return END_MARK.matcher(text).find();
  }

  private static int withoutMarks(String text) {
    int asked = WHO.matcher(text.toLowerCase(Locale.ROOT)).find() ? 1 : 0;
    for (String clause : CLAUSE.split(text.toLowerCase(Locale.ROOT), -1)) {
      String said = clause.strip().replace('’', '\'');
      boolean asks =
          ENGLISH.matcher(said).find()
              || AND_WHAT_OF.matcher(said).find()
              || (CHINESE.matcher(said).find() && !NO_QUESTION.matcher(said).find());
      asked += asks ? 1 : 0;
    }

    return asked;
  }

  private static int count(Pattern pattern, String text) {
    int count = 0;
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      count++;
    }

    return count;
  }

  private Questions() {}
}
