package io.talktrack.privacy;

import java.util.regex.Pattern;

/** Tells phone numbers: international, British, American, Chinese, and what is called a phone. */
final class PhoneNumbers {
  private static final Pattern INTERNATIONAL = Pattern.compile("[1-9]\\d{7,14}");
  private static final Pattern DIALLED_ABROAD =
      Pattern.compile("00(?:44\\d{9,11}|86\\d{10,12}|1[2-9]\\d{9}|[2-9]\\d{9,13})");
  private static final Pattern CHINESE_MOBILE = Pattern.compile("(?:86)?1[3-9]\\d{9}");
  private static final Pattern CHINESE_SERVICE = Pattern.compile("[48]00\\d{7}");
  private static final Pattern NATIONAL = Pattern.compile("0[1-9]\\d{7,10}");
  private static final Pattern BRITISH_ABROAD = Pattern.compile("440?[1-9]\\d{8,9}");
  private static final Pattern AMERICAN = Pattern.compile("(?:00)?1?[2-9]\\d{9}");
  private static final Pattern AMERICAN_STRICT = Pattern.compile("1?[2-9]\\d{2}[2-9]\\d{6}");

  private static final Pattern UNGROUPED = Pattern.compile("\\d+");
  private static final Pattern CHINESE_MOBILE_SHAPES =
      Pattern.compile("11|13|2-11|(?:2-)?3-4-4|(?:2-)?3-8|(?:2-)?4-4-3|1(?:-1){10}");
  private static final Pattern CHINESE_SERVICE_SHAPES = Pattern.compile("3-3-4|3-4-3|4-3-3");
  private static final Pattern AMERICAN_SHAPES = Pattern.compile("(?:[13]-)?3-3-4");
  private static final Pattern AMERICAN_BARE = Pattern.compile("10|3-7|1-10|1(?:-1){9,10}");

  private PhoneNumbers() {}

  /** The rule by which the number is a phone, null where it is none. */
  static String rule(WrittenNumber number, Cue cue) {
    String rule = number.hasPlus() ? abroad(number) : atHome(number, cue);
    return rule == null || number.isOtherwiseExplained() ? null : rule;
  }

  private static String abroad(WrittenNumber number) {
    return INTERNATIONAL.matcher(number.digits()).matches() ? "phone.international" : null;
  }

  private static String atHome(WrittenNumber number, Cue cue) {
    String digits = number.digits();
    if (cue == Cue.ORDER || digits.length() < 7) {
      return null;
    }

    boolean isCalled = cue == Cue.PHONE;
    if (DIALLED_ABROAD.matcher(digits).matches() && (isCalled || !number.isShaped(UNGROUPED))) {
      return "phone.international";
    }

    if (isChinese(number, isCalled)) {
      return "phone.chinese";
    }

    if (NATIONAL.matcher(digits).matches() || isBritishAbroad(number)) {
      return "phone.national";
    }

    if (isAmerican(number, isCalled)) {
      return "phone.american";
    }

    return isCalled && digits.length() <= 15 ? "phone.named" : null;
  }

  /** The rule for digits that were spoken one by one, null where they are no phone. */
  static String spokenRule(String digits, boolean hasPlus, Cue cue) {
    boolean isPhone =
        (hasPlus && INTERNATIONAL.matcher(digits).matches())
            || NATIONAL.matcher(digits).matches()
            || DIALLED_ABROAD.matcher(digits).matches()
            || CHINESE_MOBILE.matcher(digits).matches()
            || BRITISH_ABROAD.matcher(digits).matches()
            || AMERICAN_STRICT.matcher(digits).matches();
    boolean isCalled = cue == Cue.PHONE && digits.length() >= 7 && digits.length() <= 15;
    return cue != Cue.ORDER && (isPhone || isCalled) ? "phone.spoken" : null;
  }

  /** The rule for groups of digits that could be amounts, too. */
  static String spacedRule(String digits, Cue cue) {
    boolean isPhone = cue == Cue.PHONE || CHINESE_MOBILE.matcher(digits).matches();
    return isPhone ? spokenRule(digits, false, cue) : null;
  }

  private static boolean isChinese(WrittenNumber number, boolean isCalled) {
    boolean isMobile =
        CHINESE_MOBILE.matcher(number.digits()).matches()
            && (isCalled || number.isShaped(CHINESE_MOBILE_SHAPES));
    boolean isService =
        CHINESE_SERVICE.matcher(number.digits()).matches()
            && (isCalled
                || number.isShaped(CHINESE_SERVICE_SHAPES)
                || number.passage().isChinese());
    return isMobile || isService;
  }

  private static boolean isBritishAbroad(WrittenNumber number) {
    return BRITISH_ABROAD.matcher(number.digits()).matches() && !number.isShaped(UNGROUPED);
  }

  private static boolean isAmerican(WrittenNumber number, boolean isCalled) {
    boolean isGrouped =
        number.isShaped(AMERICAN_SHAPES) && AMERICAN.matcher(number.digits()).matches();
    boolean isBare =
        number.isShaped(AMERICAN_BARE)
            && AMERICAN_STRICT.matcher(number.digits()).matches()
            && !number.passage().isChinese();
    return (isGrouped || isBare) && (number.isWhole() || isCalled);
  }
}
