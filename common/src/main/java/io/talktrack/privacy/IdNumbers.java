package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.ID_NUMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds identity numbers that have letters or a form of their own: Chinese resident numbers and
 * social credit codes, British national insurance numbers.
 */
final class IdNumbers {
  private static final String NOT_BEFORE = "(?<![A-Za-z0-9])";
  private static final String NOT_AFTER = "(?![A-Za-z0-9])";
  private static final String DATE = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";

  private static final Pattern RESIDENT =
      Pattern.compile(
          NOT_BEFORE
              + "[1-8]\\d{5}[ -]?(?:18|19|20)\\d{2}"
              + DATE
              + "[ -]?\\d{3}[ -]?[\\dXx]"
              + NOT_AFTER);
  private static final Pattern OLD_RESIDENT =
      Pattern.compile(
          NOT_BEFORE
              + "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\\d{4}\\d{2}"
              + DATE
              + "\\d{3}"
              + NOT_AFTER);
  private static final Pattern CREDIT_CODE =
      Pattern.compile(
          NOT_BEFORE + "[1-9A-GYa-gy][1-9]\\d{6}[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{10}" + NOT_AFTER);
  private static final Pattern NATIONAL_INSURANCE =
      Pattern.compile(
          NOT_BEFORE
              + "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
              + "[ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?[A-D]"
              + NOT_AFTER,
          Pattern.CASE_INSENSITIVE);

  private IdNumbers() {}

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    if (!passage.hasDigits()) {
      return spans;
    }

    Matcher resident = RESIDENT.matcher(passage.plain());
    while (resident.find()) {
      String number = resident.group().replaceAll("[ -]", "");
      if (Checksums.resident(number) || passage.cueBefore(resident.start()) == Cue.ID) {
        spans.add(span(resident, "id.cn-resident"));
      }
    }

    Matcher old = OLD_RESIDENT.matcher(passage.plain());
    while (old.find()) {
      Cue cue = passage.cueBefore(old.start());
      if (cue == Cue.ID || (passage.isChinese() && cue == Cue.NONE)) {
        spans.add(span(old, "id.cn-resident-15"));
      }
    }

    Matcher code = CREDIT_CODE.matcher(passage.plain());
    while (code.find()) {
      if (Checksums.creditCode(code.group().toUpperCase(Locale.ROOT))) {
        spans.add(span(code, "id.cn-credit-code"));
      }
    }

    Matcher insurance = NATIONAL_INSURANCE.matcher(passage.plain());
    while (insurance.find()) {
      spans.add(span(insurance, "id.uk-national-insurance"));
    }

    return spans;
  }

  private static Span span(Matcher matcher, String rule) {
    return new Span(ID_NUMBER, matcher.start(), matcher.end(), rule);
  }
}
