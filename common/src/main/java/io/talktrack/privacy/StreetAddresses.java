package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.ADDRESS;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds addresses in Latin letters by a house number with a street's name, a flat, a box, or a
 * postcode. A city or country alone stays.
 */
final class StreetAddresses {
  private static final String NAME =
      "(?:\\p{Lu}[\\p{L}'.’-]{0,24}|\\d{1,3}(?:st|nd|rd|th)|de|la|le|du|des|der|den|del|della|di|do|da|of|the)";
  private static final String KIND =
      "(?:Street|St|Avenue|Ave|Av|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq"
          + "|Way|Terrace|Ter|Close|Crescent|Cres|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Trail|Trl|Mews|Row"
          + "|Gardens|Grove|Quay|Wharf|Alley|Loop|Plaza|Pike|Esplanade|Parade|Walk|Hill|Green|Rise|View)";
  private static final String COMPASS = "(?:[NSEW]|N[EW]|S[EW]|North|South|East|West)\\.?";
  private static final String UNIT =
      "(?:Suite|Ste|Apt|Apartment|Unit|Flat|Floor|Fl|Room|Rm|PMB)\\.? ?#?\\d{1,5}[A-Za-z]?(?![A-Za-z0-9])";
  private static final String STATE =
      "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]"
          + "|UT|V[AT]|W[AIVY]|A[AEP])";
  private static final String BRITISH = "[A-Z]{1,2}\\d[A-Z\\d]? \\d[ABD-HJLNP-UW-Z]{2}";
  private static final String CANADIAN = "[ABCEGHJ-NPR-TVXY]\\d[A-Z] \\d[A-Z]\\d";
  private static final int LONGEST_PLACE = 120;
  private static final String GAP = "[ ,\\n]{1,4}";

  private static final Pattern STREET =
      Pattern.compile(
          "(?<![\\w.$£€#-])(?<!\\d,)\\d{1,6}[A-Za-z]?,? (?:%1$s )?(?:%2$s ){0,4}%2$s ?%3$s\\b\\.?(?: %1$s(?![\\w]))?(?:,?[ \\n]{1,2}%4$s)?"
              .formatted(COMPASS, NAME, "(?<= )" + KIND, UNIT));
  private static final Pattern SPOKEN_STREET =
      Pattern.compile(
          "(?<![\\w.$£€#-])\\d{1,5} (?!(?:hours?|minutes?|days?|weeks?|months?|years?|of|on|in|more|percent|million)\\b)"
              + "(?:(?:north|south|east|west) )?[a-z]{3,15} (?:[a-z]{3,15} )?(?:street|avenue|boulevard|lane|terrace|crescent)\\b");

  /** As written on the continent: the kind within the name or before it, the number after. */
  private static final Pattern CONTINENTAL =
      Pattern.compile(
          "(?<![\\w.-])(?:\\d{1,6} )?(?:(?:\\p{Lu}\\p{L}{1,20} ){0,2}\\p{Lu}\\p{L}{1,20}(?i:stra(?:ss|ß)e|str\\.?|gat(?:an|a)|vägen|vej(?:en)?|veien|vegen"
              + "|katu|katu|tie|gade|straat|laan|weg|platz|gasse|allee|plein|kade|utca|tér|ulica|gata|stræti)"
              + "|(?:Via|Viale|Piazza|Rua|R\\.|Calle|C\\.|Rue|Avenida|Avenue|Boulevard|Ul\\.|ul\\.|Ulica|Plaza|Praça|Place|Travessa|Corso|Vicolo|Strada|Chemin|Allée|Quai)"
              + "(?: (?:\\p{L}{1,3}['’])?\\p{L}{2,20}){1,4}),? \\d{1,5}(?![\\w.%])(?:,?[ \\n]{1,2}"
              + UNIT
              + ")?");

  private static final Pattern NUMBERED_UNIT =
      Pattern.compile(
          "(?<![\\w.$£€#-])(?:\\d{1,6} (?:\\p{Lu}[\\p{L}'.-]{1,24} ){1,4}(?:\\d{1,5} ?)?[ \\n]{0,2})?%s"
              .formatted(UNIT));
  private static final Pattern BOX =
      Pattern.compile(
          "(?i)(?<!\\w)(?:p\\.? ?o\\.? ?box|psc \\d{1,5},? box|unit \\d{1,5},? box|cmr \\d{1,5},? box) ?#?\\d{1,6}"
              + "(?:[ ,\\n]{1,3}(?:apo|fpo|dpo),? (?:aa|ae|ap) \\d{5})?(?![\\w])");
  private static final Pattern POSTCODE =
      Pattern.compile(
          "(?<![\\w-])(?:(?:%1$s|%2$s|(?:APO|FPO|DPO) A[AEP]),?[ \\n]{1,3}\\d{5}(?:-\\d{4})?|%3$s|%4$s)(?![\\w-])"
              .formatted(STATE, "(?!)", BRITISH, CANADIAN));
  private static final Pattern CITY =
      Pattern.compile(
          "%1$s(?:\\p{Lu}[\\p{L}'-]{1,20} ?){1,3},?[ \\n]{1,2}(?:%2$s[ \\n]{1,3}\\d{5}(?:-\\d{4})?|%3$s|%4$s)(?![\\w-])"
              .formatted(GAP, STATE, BRITISH, CANADIAN));

  /** The city and country after a street, up to the postcode. */
  private static final Pattern ABROAD =
      Pattern.compile(
          "(?:[ ,\\n>?]{1,6}\\p{Lu}[\\p{L}\\p{M}.'()-]{1,24}){1,6}[ ,\\n>?]{1,6}\\d{3,6}(?:[- ]\\d{2,4})?(?![\\w.])");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![A-Za-z])(?i:address(?:es)?(?:,? here they are)?(?: is| was| to|:? it is)?|lives? (?:at|on)|living (?:at|on)"
              + "|located at|resid(?:es?|ing) at|(?:office|house|restaurant|shop) is at)[ :\\n]{1,8}"
              + "(?<value>\\d{1,6}[A-Za-z]?(?:,?[ \\n]{1,3}(?:\\p{Lu}[\\p{L}\\p{M}'’.-]{0,24}|\\d{1,6}[A-Za-z]?|de|la|do|da|di|del|du|of)){1,10})");

  private StreetAddresses() {}

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    if (!passage.hasDigits()) {
      return spans;
    }

    String text = passage.plain();
    add(STREET, text, "address.street", spans);
    add(SPOKEN_STREET, text, "address.street", spans);
    add(CONTINENTAL, text, "address.street", spans);
    add(NUMBERED_UNIT, text, "address.unit", spans);
    add(BOX, text, "address.box", spans);
    Matcher named = NAMED.matcher(text);
    while (named.find()) {
      int start = named.start("value");
      boolean isName =
          text.substring(start, named.end("value")).chars().anyMatch(Character::isLetter);
      if (isName) {
        spans.add(new Span(ADDRESS, start, named.end("value"), "address.named"));
      }
    }

    add(POSTCODE, text, "address.postcode", spans);
    return spans;
  }

  private static void add(Pattern pattern, String text, String rule, List<Span> spans) {
    Matcher address = pattern.matcher(text);
    while (address.find()) {
      int end = address.end();
      if (rule.equals("address.street") || rule.equals("address.unit")) {
        end = placeEnd(text, end);
      }

      spans.add(new Span(ADDRESS, address.start(), end, rule));
    }
  }

  private static int placeEnd(String text, int from) {
    for (Pattern place : List.of(CITY, ABROAD)) {
      Matcher matcher =
          place.matcher(text).region(from, Math.min(text.length(), from + LONGEST_PLACE));
      if (matcher.lookingAt()) {
        return matcher.end();
      }
    }

    return from;
  }
}
