package io.talktrack.privacy;

import java.util.regex.Pattern;

/**
 * A number as it stands in a text.
 *
 * @param digits its digits alone
 * @param shape the sizes of its groups, such as {@code 3-3-4}
 * @param hasPlus whether a plus stands before it
 * @param isWhole whether no other digits stand beside it
 */
record WrittenNumber(
    Passage passage,
    String digits,
    String shape,
    int start,
    int end,
    boolean hasPlus,
    boolean isWhole) {
  private static final int LOOK = 24;
  private static final Pattern MEASURED =
      Pattern.compile(
          "(?i) ?(?:%|percent|per cent|units?\\b|pcs\\b|pieces\\b|pallets?\\b|boxes\\b|cases\\b"
              + "|orders?\\b|skus?\\b|lines\\b|rows\\b|items?\\b|sites?\\b|users?\\b|days?\\b|weeks?\\b"
              + "|months?\\b|years?\\b|hours?\\b|minutes?\\b|kg\\b|km\\b|tons?\\b|tonnes?\\b|usd\\b"
              + "|eur\\b|gbp\\b|cny\\b|rmb\\b|dollars?\\b|pounds?\\b|euros?\\b|yuan\\b|k\\b|million"
              + "|[元万亿块个件台套箱吨米年月日天次人条]|公斤|小时|分钟|美元|欧元|英镑|人民币)");
  private static final Pattern PRICED =
      Pattern.compile("(?i)(?:[$£€¥]|\\b(?:usd|eur|gbp|cny|rmb)|人民币|[美欧]元)[ +]?$");
  private static final Pattern LIKE_YEAR_FIRST =
      Pattern.compile("4-[12]-[12](?:-\\d){0,3}|8|8-[46]|12|14");
  private static final Pattern LIKE_YEAR_LAST = Pattern.compile("[12]-[12]-4|8(?:-\\d+)?");
  private static final Pattern LIKE_YEARS = Pattern.compile("4-4");
  private static final Pattern YEARS = Pattern.compile("(?:19|20)\\d{2}(?:19|20)\\d{2}");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?:19|20)\\d{2}(?:0?[1-9]|1[0-2])(?:0?[1-9]|[12]\\d|3[01])(?:\\d{2}){0,3}");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?:0?[1-9]|[12]\\d|3[01])(?:0?[1-9]|[12]\\d|3[01])(?:19|20)\\d{2}\\d*");

  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern INTERNET_ADDRESS = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

  String text() {
    return passage.plain().substring(start, end);
  }

  boolean isShaped(Pattern shapes) {
    return shapes.matcher(shape).matches();
  }

  /** A date, a year range, an internet address, a decimal, a price or a quantity. */
  boolean isOtherwiseExplained() {
    return isDate() || isDecimal() || isInternetAddress() || isPriced() || isMeasured();
  }

  private boolean isDate() {
    return (isShaped(LIKE_YEAR_FIRST) && YEAR_FIRST.matcher(digits).matches())
        || (isShaped(LIKE_YEAR_LAST) && YEAR_LAST.matcher(digits).matches())
        || (isShaped(LIKE_YEARS) && YEARS.matcher(digits).matches());
  }

  private boolean isInternetAddress() {
    return INTERNET_ADDRESS.matcher(text()).matches();
  }

  private boolean isDecimal() {
    return DECIMAL.matcher(text()).matches();
  }

  private boolean isPriced() {
    return PRICED.matcher(passage.plain().substring(Math.max(0, start - LOOK), start)).find();
  }

  private boolean isMeasured() {
    String after = passage.plain().substring(end, Math.min(passage.plain().length(), end + LOOK));
    return MEASURED.matcher(after).lookingAt();
  }
}
