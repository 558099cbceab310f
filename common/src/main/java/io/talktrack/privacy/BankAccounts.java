package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.BANK_ACCOUNT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds international account numbers (ISO 13616); accounts named by a cue are found as numbers.
 */
final class BankAccounts {
  private static final int SHORTEST = 15;
  private static final Pattern IBAN =
      Pattern.compile(
          "(?<![A-Za-z0-9])[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]{2,4}){2,7}[ -]?[A-Za-z0-9]{1,4}");

  private BankAccounts() {}

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = IBAN.matcher(passage.hasDigits() ? passage.plain() : "");
    while (matcher.find()) {
      int end = end(passage, matcher.start(), matcher.end());
      if (end > 0) {
        spans.add(new Span(BANK_ACCOUNT, matcher.start(), end, "bank.iban"));
      }
    }

    return spans;
  }

  /** The words after an account look like more of it, so the check decides where it ends. */
  private static int end(Passage passage, int start, int longest) {
    for (int end = longest; end - start >= SHORTEST; end--) {
      boolean isWhole = !isSign(passage.charAt(end)) && isSign(passage.charAt(end - 1));
      if (isWhole) {
        String account =
            passage.plain().substring(start, end).replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        if (account.length() >= SHORTEST && account.length() <= 34 && Checksums.iban(account)) {
          return end;
        }
      }
    }

    return -1;
  }

  private static boolean isSign(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }
}
