package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.ADDRESS;
import static io.talktrack.privacy.PersonalData.NAME;

import io.talktrack.privacy.SpottedName.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model spotted, as places to mask: persons, and addresses with the town, county and
 * postcode that stand beside the street. A place alone is nobody's, and stays.
 */
final class SpottedSpans {
  private static final String POSTCODE =
      "(?:\\d{4,6}(?:-\\d{3,4})?|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})";

  /**
   * What may stand between two parts of one address: separators, a region's letters, a postcode.
   */
  private static final Pattern LINK =
      Pattern.compile("[\\s,;]{1,4}(?:(?:[A-Z]{2,3}|" + POSTCODE + ")[\\s,;]{1,4}){0,3}");

  private static final Pattern REST =
      Pattern.compile(
          "(?:[\\s,]{1,3}[A-Z]{2}(?![\\p{L}\\d]))?[\\s,]{1,3}"
              + POSTCODE
              + "(?![\\p{L}\\d%]|[.,]\\d)");
  private static final Pattern HOUSE =
      Pattern.compile("(?<![\\p{L}\\d.,$£€])\\d{1,6}[A-Za-z]?(?:[-/]\\d{1,4})?,? $");
  private static final Pattern STREET_NAME = Pattern.compile("\\p{L}{4}");
  private static final double SURE = 0.6;
  private static final int LONGEST_HOUSE = 14;

  /** One part of an address; a door makes it one. */
  private record Part(int start, int end, boolean isDoor, double probability) {}

  private SpottedSpans() {}

  /**
   * @param byRules found in the text already; streets among them take their towns along
   */
  static List<Span> in(String text, List<SpottedName> spotted, List<Span> byRules) {
    if (spotted.isEmpty()) {
      return List.of();
    }

    List<Span> spans = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (SpottedName name : spotted) {
      if (name.kind() == Kind.PERSON) {
        spans.add(new Span(NAME, name.start(), name.end(), "name.model", name.probability()));
      } else {
        boolean isDoor = name.kind() == Kind.ADDRESS && isDoor(text, name);
        parts.add(new Part(name.start(), name.end(), isDoor, name.probability()));
      }
    }

    byRules.stream()
        .filter(span -> span.type() == ADDRESS)
        .forEach(span -> parts.add(new Part(span.start(), span.end(), true, 0)));
    parts.sort(Comparator.comparing(Part::start).thenComparing(Part::end));
    int at = 0;
    while (at < parts.size()) {
      Part whole = parts.get(at++);
      while (at < parts.size() && isJoined(text, whole, parts.get(at))) {
        whole = joined(whole, parts.get(at++));
      }

      if (whole.isDoor() && whole.probability() > 0) {
        int start = withHouse(text, whole.start());
        int end = withPostcode(text, whole.end());
        spans.add(new Span(ADDRESS, start, end, "address.model", whole.probability()));
      }
    }

    return spans;
  }

  // a street has a name, and without a number it is often only a word that could be one
  private static boolean isDoor(String text, SpottedName name) {
    String spotted = text.substring(name.start(), name.end());
    boolean hasNumber =
        withHouse(text, name.start()) < name.start()
            || spotted.chars().anyMatch(Character::isDigit);
    return STREET_NAME.matcher(spotted).find() && (hasNumber || name.probability() >= SURE);
  }

  private static boolean isJoined(String text, Part left, Part right) {
    return right.start() <= left.end()
        || LINK.matcher(text.substring(left.end(), right.start())).matches();
  }

  private static Part joined(Part left, Part right) {
    return new Part(
        left.start(),
        Math.max(left.end(), right.end()),
        left.isDoor() || right.isDoor(),
        Math.max(left.probability(), right.probability()));
  }

  private static int withHouse(String text, int start) {
    int from = Math.max(0, start - LONGEST_HOUSE);
    Matcher house = HOUSE.matcher(text).region(from, start).useTransparentBounds(true);
    return house.find() ? house.start() : start;
  }

  private static int withPostcode(String text, int end) {
    Matcher rest = REST.matcher(text).region(end, text.length()).useTransparentBounds(true);
    return rest.lookingAt() ? rest.end() : end;
  }
}
