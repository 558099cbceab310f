package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.ADDRESS;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Chinese postal addresses by the street and number or the building and flat in them, with
 * the districts before and the rooms after. A place without a number stays.
 */
final class ChineseAddresses {
  private static final int LONGEST_BEFORE = 40;
  private static final String NUMBER = "(?:\\d{1,5}(?:-\\d{1,4})?|[一二三四五六七八九十百零]{1,5})";
  private static final Pattern DOOR =
      Pattern.compile(
          "(?:[路街巷弄道里]|胡同|大街|大道)(?:[东西南北中]?[段侧]|[东西南北中])? ?"
              + NUMBER
              + " ?(?:[号弄](?!线|店|员|机|楼[^\\d一二三四五六七八九十])|号楼|号院)"
              + "|(?<![\\d.])\\d{1,3} ?(?:栋|幢|号楼|座) ?(?:[\\dA-Za-z一二三四]{1,3} ?单元 ?)?\\d{2,4} ?[室号房]"
              + "|(?<![\\d.])\\d{1,3} ?(?:栋|幢|号楼) ?[\\dA-Za-z一二三四]{1,3} ?单元");
  private static final Pattern ROOMS =
      Pattern.compile(
          " ?(?:(?:[\\dA-Za-z一二三四五六七八九十]{1,5} ?(?:号楼|号院|栋|幢|座|单元|楼|层|室|户|号房|号)"
              + "|[\\u4e00-\\u9fff&&[^，。是在到的]]{2,10}?(?:大厦|广场|小区|花园|公寓|中心|园区|科技园|写字楼)"
              + "|[A-Z]座|\\d{3,4}(?!\\d)) ?){1,6}");

  /** Words that lead to an address without being part of it. */
  private static final String BEFORE = "在是到住寄址为于我你您他她它们的了把给从去来往发送请就叫这那和跟家公司有说，。：；、！？,:;";

  private ChineseAddresses() {}

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    if (!passage.hasIdeographs()) {
      return spans;
    }

    String text = passage.plain();
    Matcher door = DOOR.matcher(text);
    int after = 0;
    while (door.find()) {
      int start = start(text, Math.max(after, door.start() - LONGEST_BEFORE), door.start());
      Matcher rooms = ROOMS.matcher(text).region(door.end(), text.length());
      int end = rooms.lookingAt() ? rooms.end() : door.end();
      while (text.charAt(end - 1) == ' ') {
        end--;
      }

      // a number alone, as in "道3号", has no street's name before it
      if (door.start() - start >= 1 || Character.isDigit(text.charAt(door.start()))) {
        spans.add(new Span(ADDRESS, start, end, "address.cn-street"));
        after = end;
      }
    }

    return spans;
  }

  private static int start(String text, int earliest, int street) {
    int start = street;
    while (start > earliest && isPart(text.charAt(start - 1))) {
      start--;
    }

    return start;
  }

  private static boolean isPart(char c) {
    boolean isNumber = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    return (Passage.isIdeograph(c) && BEFORE.indexOf(c) < 0) || isNumber;
  }
}
