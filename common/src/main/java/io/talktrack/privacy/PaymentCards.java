package io.talktrack.privacy;

import java.util.regex.Pattern;

/** Tells payment cards by issuer, length and Luhn's check digit, or by being called a card. */
final class PaymentCards {
  private static final Pattern ISSUER =
      Pattern.compile(
          "4\\d{12,18}|(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)\\d{10,14}|3[47]\\d{13}"
              + "|(?:30[0-5]|3[689])\\d{11,14}|35\\d{14,17}|(?:6011|64[4-9]|65)\\d{11,15}"
              + "|62\\d{14,17}|(?:2131|1800)\\d{11}|(?:50|5[6-9]|6[0-9])\\d{10,17}");
  private static final Pattern SHAPES =
      Pattern.compile(
          "1[3-9]|4-4-4-[1-7]|4-4-4-4-[1-3]|4-6-5|4-6-4|6-1[0-3]|8-8|1(?:-1){12,18}|2(?:-2){6,8}(?:-[12])?");

  private PaymentCards() {}

  static boolean isCard(WrittenNumber number, Cue cue) {
    boolean isCard =
        cue == Cue.CARD
            ? isCalledCard(number.digits())
            : cue != Cue.ORDER && number.isShaped(SHAPES) && isCard(number.digits());
    return isCard && !number.hasPlus() && !number.isOtherwiseExplained();
  }

  static boolean isCard(String digits) {
    return digits.length() >= 13 && ISSUER.matcher(digits).matches() && Checksums.luhn(digits);
  }

  /** A misheard digit breaks the check, so the word "card" is enough where the length fits. */
  static boolean isCalledCard(String digits) {
    return digits.length() >= 12 && digits.length() <= 19;
  }
}
