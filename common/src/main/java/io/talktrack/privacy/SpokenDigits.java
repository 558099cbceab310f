package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.BANK_ACCOUNT;
import static io.talktrack.privacy.PersonalData.CARD;
import static io.talktrack.privacy.PersonalData.ID_NUMBER;
import static io.talktrack.privacy.PersonalData.PHONE;

import java.util.regex.Pattern;

/** Says what a row of spoken digits is, once it is known which digits were spoken. */
final class SpokenDigits {
  private static final Pattern RESIDENT = Pattern.compile("[1-8]\\d{5}(?:19|20)\\d{9}[\\dX]");

  private SpokenDigits() {}

  /** The span if the digits are personal, else null. */
  static Span span(Passage passage, SpokenRow row) {
    String digits = row.digits();
    int start = row.start();
    int end = row.end();
    int length = digits.length();
    if (length < 7 || isCounting(digits)) {
      return null;
    }

    Cue cue = passage.cueBefore(start);
    boolean isResident = RESIDENT.matcher(digits).matches() && Checksums.resident(digits);
    if (isResident || (cue == Cue.ID && length >= 9 && length <= 18)) {
      return new Span(ID_NUMBER, start, end, "id.spoken");
    }

    boolean isCard =
        cue == Cue.CARD ? PaymentCards.isCalledCard(digits) : PaymentCards.isCard(digits);
    if (isCard && cue != Cue.ORDER) {
      return new Span(CARD, start, end, "card.spoken");
    }

    if (cue == Cue.BANK && length <= 20) {
      return new Span(BANK_ACCOUNT, start, end, "bank.spoken");
    }

    String rule =
        row.isSaid()
            ? PhoneNumbers.spokenRule(digits, row.hasPlus(), cue)
            : PhoneNumbers.spacedRule(digits, cue);
    return rule == null ? null : new Span(PHONE, start, end, rule);
  }

  private static boolean isCounting(String digits) {
    for (int i = 1; i < digits.length() && i < 9; i++) {
      if (digits.charAt(i) != digits.charAt(i - 1) + 1) {
        return false;
      }
    }

    return true;
  }
}
