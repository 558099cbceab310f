package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.BANK_ACCOUNT;
import static io.talktrack.privacy.PersonalData.CARD;
import static io.talktrack.privacy.PersonalData.ID_NUMBER;
import static io.talktrack.privacy.PersonalData.PHONE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds cards, accounts, social security numbers and phones that are written in digits. */
final class WrittenNumbers {
  private static final int MOST_GROUPS = 20;
  private static final int FEWEST_DIGITS = 6;
  private static final int MOST_DIGITS = 24;
  private static final Pattern SOCIAL_SECURITY_FORM = Pattern.compile("3-2-4");
  private static final Pattern NAMED_SOCIAL_SECURITY = Pattern.compile("3-2-4|9");
  private static final Pattern SOCIAL_SECURITY =
      Pattern.compile("(?!000|666|9)\\d{3}(?!00)\\d{2}(?!0000)\\d{4}");
  private static final Pattern SORT_CODE = Pattern.compile("2-2-2");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?i) ?,?(?:(?:x|ext\\.?|extension) ?\\d{1,6}|转 ?\\d{1,6}|分机号? ?\\d{1,6})(?!\\d)");

  private WrittenNumbers() {}

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    for (DigitRun run : DigitRun.in(passage)) {
      int first = 0;
      while (first < run.groups().size()) {
        first = next(run, first, spans);
      }
    }

    return spans;
  }

  /** Adds the longest number that begins here, and says at which group to go on. */
  private static int next(DigitRun run, int first, List<Span> spans) {
    if (!run.beginsAt(first)) {
      return first + 1;
    }

    int start = run.groups().get(first).start();
    Cue cue = run.passage().cueBefore(start);
    int end = Math.min(run.groups().size(), first + MOST_GROUPS);
    for (int last = end - 1; last >= first; last--) {
      int length = run.digits(first, last);
      if (length >= FEWEST_DIGITS && length <= MOST_DIGITS && run.endsAt(last)) {
        WrittenNumber number = run.number(first, last);
        Cue after = cue == Cue.NONE ? run.passage().cueAfter(number.end()) : cue;
        Span span = span(number, after);
        if (span != null) {
          spans.add(span);
          return last + 1;
        }
      }
    }

    return first + 1;
  }

  private static Span span(WrittenNumber number, Cue cue) {
    if (PaymentCards.isCard(number, cue)) {
      return span(CARD, number, "card.number");
    }

    if (isSocialSecurity(number, cue)) {
      return span(ID_NUMBER, number, "id.us-social-security");
    }

    if (isAccount(number, cue)) {
      return span(BANK_ACCOUNT, number, "bank.named");
    }

    String rule = PhoneNumbers.rule(number, cue);
    if (rule == null) {
      return null;
    }

    String text = number.passage().plain();
    Matcher extension = EXTENSION.matcher(text).region(number.end(), text.length());
    int end = extension.lookingAt() ? extension.end() : number.end();
    return new Span(PHONE, number.start(), end, rule);
  }

  private static boolean isSocialSecurity(WrittenNumber number, Cue cue) {
    boolean isForm =
        cue == Cue.ID
            ? number.isShaped(NAMED_SOCIAL_SECURITY)
            : number.isShaped(SOCIAL_SECURITY_FORM) && number.text().contains("-");
    return isForm && !number.hasPlus() && SOCIAL_SECURITY.matcher(number.digits()).matches();
  }

  private static boolean isAccount(WrittenNumber number, Cue cue) {
    int length = number.digits().length();
    return cue == Cue.BANK
        && ((length >= 7 && length <= 20) || number.isShaped(SORT_CODE))
        && !number.isOtherwiseExplained();
  }

  private static Span span(PersonalData type, WrittenNumber number, String rule) {
    return new Span(type, number.start(), number.end(), rule);
  }
}
