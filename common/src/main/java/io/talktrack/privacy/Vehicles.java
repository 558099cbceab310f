package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.VEHICLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds vehicles by ISO 3779's check sign, and Chinese number plates (GA 36) by their province. */
final class Vehicles {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![A-Za-z0-9-])[A-HJ-NPR-Z0-9]{8}[0-9X][A-HJ-NPR-Z0-9]{4}\\d{4}(?![A-Za-z0-9-])");
  private static final int FEWEST_LETTERS = 3;
  private static final Pattern PLATE =
      Pattern.compile(
          "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•. ]?"
              + "(?=[A-Z]{0,4}\\d)(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警港澳])(?![A-Za-z0-9])");

  private Vehicles() {}

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    if (!passage.hasDigits()) {
      return spans;
    }

    String text = passage.plain();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      String signs = number.group().toUpperCase(Locale.ROOT);
      boolean hasLetters = signs.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS;
      if (hasLetters && Checksums.vehicle(signs)) {
        spans.add(new Span(VEHICLE, number.start(), number.end(), "vehicle.number"));
      }
    }

    Matcher plate = PLATE.matcher(passage.hasIdeographs() ? text : "");
    while (plate.find()) {
      spans.add(new Span(VEHICLE, plate.start(), plate.end(), "vehicle.cn-plate"));
    }

    return spans;
  }
}
