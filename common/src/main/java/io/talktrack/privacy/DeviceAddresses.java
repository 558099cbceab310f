package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.DEVICE_ADDRESS;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds internet and hardware addresses; those of a private network lead to nobody and stay. */
final class DeviceAddresses {
  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern VERSION_4 =
      Pattern.compile("(?<![\\w.-])" + BYTE + "(?:\\." + BYTE + "){3}(?![\\w-]|\\.\\d)");
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?:0|10|127|2(?:2[4-9]|[3-5]\\d)|192\\.168|169\\.254|172\\.(?:1[6-9]|2\\d|3[01])"
              + "|192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\..*|(?:1\\.1\\.1\\.1|8\\.8\\.[48]\\.[48])");
  private static final Pattern NUMBERED =
      Pattern.compile("(?i)(?:version|release|build|\\bv|section|clause|chapter|版本|版)[ .:]{0,2}$");
  private static final String HEX = "[0-9A-Fa-f]{1,4}";
  private static final Pattern VERSION_6 =
      Pattern.compile(
          "(?<![\\w:.])(?:%1$s(?::%1$s){7}|(?:%1$s:){1,6}(?::%1$s){1,6}|(?:%1$s:){2,7}:)(?![\\w:])"
              .formatted(HEX));
  private static final Pattern HARDWARE =
      Pattern.compile(
          "(?<![\\w:-])[0-9A-Fa-f]{2}(?:(?::[0-9A-Fa-f]{2}){5}|(?:-[0-9A-Fa-f]{2}){5})(?![\\w:-])");
  private static final int LOOK = 12;

  private DeviceAddresses() {}

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    String text = passage.plain();
    boolean hasAddress = passage.hasDigits() && text.indexOf('.') >= 0;
    Matcher four = VERSION_4.matcher(hasAddress ? text : "");
    while (four.find()) {
      String before = text.substring(Math.max(0, four.start() - LOOK), four.start());
      boolean isPublic = !PRIVATE.matcher(four.group()).matches();
      if (isPublic && !NUMBERED.matcher(before).find()) {
        spans.add(span(four, "device.ip-4"));
      }
    }

    if (text.indexOf(':') >= 0) {
      Matcher six = VERSION_6.matcher(text);
      while (six.find()) {
        spans.add(span(six, "device.ip-6"));
      }
    }

    Matcher hardware = HARDWARE.matcher(passage.hasDigits() ? text : "");
    while (hardware.find()) {
      // six groups of digits alone may be a date and a time
      if (hardware.group().chars().anyMatch(Character::isLetter)) {
        spans.add(span(hardware, "device.hardware"));
      }
    }

    return spans;
  }

  private static Span span(Matcher matcher, String rule) {
    return new Span(DEVICE_ADDRESS, matcher.start(), matcher.end(), rule);
  }
}
