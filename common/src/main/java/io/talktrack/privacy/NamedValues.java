package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.BANK_ACCOUNT;
import static io.talktrack.privacy.PersonalData.CARD;
import static io.talktrack.privacy.PersonalData.DATE_OF_BIRTH;
import static io.talktrack.privacy.PersonalData.ID_NUMBER;
import static io.talktrack.privacy.PersonalData.SECRET;
import static io.talktrack.privacy.PersonalData.USER_NAME;
import static io.talktrack.privacy.PersonalData.VEHICLE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what only the words before it make personal: a date of birth, a passport, a PIN, a plate.
 *
 * <p>A rule is tried at its words only, which a table tells, so that a text without them costs one
 * look-up a word.
 */
final class NamedValues {
  private static final Pattern SPACE = Pattern.compile(" ");
  private static final int REACH = 140;
  private static final int LONGEST_WORD = 20;

  private static final String LINK =
      "(?:[ ,:#=?.\"'-]{1,3}(?:is|was|its|it's|it is|that's|that is|number|num|no|nr|id|code|value"
          + "|would be|of|on|my|the|goes|reads|as follows|for me|to|set to|here)(?![A-Za-z0-9])){0,5}"
          + "[ ,:#=?.\"'-]{1,4}";
  private static final String SPOKEN_DIGIT =
      "(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|\\d)";
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final String SPOKEN_DAY =
      "(?:(?:the )?(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
          + "|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth"
          + "|eighteenth|nineteenth|twentieth|thirtieth))";
  private static final String SPOKEN_YEAR =
      "(?:(?:nineteen|two thousand(?: and)?|twenty)(?: (?:oh|hundred|twenty|thirty|forty|fifty|sixty"
          + "|seventy|eighty|ninety|ten|eleven|twelve|\\w{3,5}teen|one|two|three|four|five|six|seven"
          + "|eight|nine)){1,2})";
  private static final String DAY = "(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)?|" + SPOKEN_DAY + ")";
  private static final String YEAR = "(?:(?:19|20)\\d{2}|'\\d{2}|" + SPOKEN_YEAR + ")";
  private static final String DATE =
      "(?:\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?(?:\\d{4}|\\d{2})(?!\\d)"
          + "|(?:19|20)\\d{2}[/.-]\\d{1,2}[/.-]\\d{1,2}(?!\\d)"
          + "|"
          + MONTH
          + " "
          + DAY
          + "(?:,? (?:of )?"
          + YEAR
          + ")?(?![A-Za-z0-9])"
          + "|"
          + DAY
          + " (?:of )?"
          + MONTH
          + "(?:,? "
          + YEAR
          + ")?(?![A-Za-z0-9]))";

  /** Letters and digits of which at least five are digits; capitals go on, words do not. */
  private static final String CODE =
      "(?=(?:[A-Za-z -]{0,6}\\d){5})(?:[A-Za-z]{1,5}[ -]?)?\\d(?:[ -]?\\d|[ -]?(?-i:[A-Z])(?![a-z])){4,17}"
          + "(?![A-Za-z0-9])";

  private static final String DIGITS_ONCE =
      "(?:\\d%1$s(?!\\d)|"
          + SPOKEN_DIGIT
          + "(?:[ ,-]{1,2}"
          + SPOKEN_DIGIT
          + ")%2$s(?![A-Za-z0-9]))";

  private static final Map<String, List<Rule>> RULES = new HashMap<>();

  static {
    rule(
        DATE_OF_BIRTH,
        "birth.named",
        "birth birthday birthdate dob born",
        "(?:birth(?:day|date)?|dob|born)\\b[^0-9\\n]{0,30}?(?<![A-Za-z0-9])(?<value>" + DATE + ")");
    rule(
        ID_NUMBER,
        "id.driving-licence",
        "driver driver's drivers driving dl",
        "(?:driv(?:er|ing)(?:'?s)?'? licen[cs]e|dl)" + LINK + "(?<value>" + CODE + ")");
    rule(ID_NUMBER, "id.passport", "passport", "passport" + LINK + "(?<value>" + CODE + ")");
    rule(
        ID_NUMBER,
        "id.named",
        "mrn nric itin taxpayer medicare medicaid insurance insured green patient visa",
        "(?:mrn|nric|itin|(?:individual )?taxpayer(?: identification)?|medicare|medicaid"
            + "|insurance (?=number|no\\b|id\\b)|green card|patient(?= (?:id|number|no))|visa(?= (?:number|no)))"
            + LINK
            + "(?<value>"
            + CODE
            + ")");
    rule(
        ID_NUMBER, "id.nhs", "nhs", "nhs" + LINK + "(?<value>\\d{3}[ -]?\\d{3}[ -]?\\d{4})(?!\\d)");
    rule(
        ID_NUMBER,
        "id.us-last-four",
        "ssn social",
        "(?:ssn|social(?: security)?)(?:(?: security)? (?:number|no))?"
            + LINK
            + "(?<value>"
            + DIGITS_ONCE.formatted("{4}", "{3}")
            + ")");
    rule(
        BANK_ACCOUNT,
        "bank.routing",
        "routing aba",
        "(?:routing|aba)(?: transit)?" + LINK + "(?<value>\\d(?:[ -]?\\d){8})(?!\\d)");
    rule(
        BANK_ACCOUNT,
        "bank.account-code",
        "account acct",
        "(?:account|acct) ?(?:number|no\\.?|num|#|id)" + LINK + "(?<value>" + CODE + ")");
    rule(
        SECRET,
        "secret.card-code",
        "cvv cvc cvv2 cvc2 csc security",
        "(?:cv[vc]2?|csc|security code)"
            + LINK
            + "(?<value>"
            + DIGITS_ONCE.formatted("{3,4}", "{2,3}")
            + ")");
    rule(
        SECRET,
        "secret.pin",
        "pin otp one-time verification passcode access authentication",
        "(?:pin|otp|one-time (?:code|pass(?:word|code))|(?:verification|access|authentication) (?:code|pin)"
            + "|passcode)"
            + LINK
            + "(?<value>"
            + DIGITS_ONCE.formatted("{4,8}", "{3,7}")
            + ")");
    rule(
        SECRET,
        "secret.password",
        "password passwords pwd passphrase passcode",
        "(?:passwords?|pwd|passphrase|passcode)"
            + "(?:[ ,]{1,2}(?:for [A-Za-z]{1,20}|here|there|now)){0,2}"
            + "(?: ?[:=] ?|[ ,]{1,2}(?:is|was|to|should be|will be)[ :,]{1,3})\"?'?"
            + "(?<value>(?=[^ \\n]{0,40}[0-9!@#$%^&*_])[^ \\n\"'\\u0001]{4,64}?)(?=[\"',.;)]{0,2}(?:[ \\n]|$))");
    rule(
        USER_NAME,
        "user.named",
        "username login userid user handle skype twitter telegram instagram wechat whatsapp",
        "(?:username|login|userid|user (?:name|id)|handle|skype|twitter|telegram|instagram|wechat)"
            + "(?:[ ,]{1,2}(?:name|id|handle|account|here))?"
            + "(?: ?[:=] ?|[ ,]{1,2}is[ :,]{1,3})\"?'?"
            + "(?<value>@?(?=[A-Za-z.-]{0,30}[0-9_]|@)[A-Za-z0-9][A-Za-z0-9_.-]{2,31})(?<![.-])");
    rule(
        VEHICLE,
        "vehicle.plate",
        "plate plates registration reg",
        "(?:plates?|reg(?:istration)?(?= (?:number|no|plate|mark)))"
            + LINK
            + "(?<value>(?=[A-Z -]{0,7}\\d)(?=[0-9 -]{0,7}[A-Z])(?-i:[A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,4}))(?![A-Za-z0-9])");
    rule(
        VEHICLE,
        "vehicle.named",
        "vin chassis",
        "(?:vin|chassis)" + LINK + "(?<value>[A-HJ-NPR-Z0-9]{17})(?![A-Za-z0-9])");
    rule(
        CARD,
        "card.expiry",
        "exp expiry expires expiring expiration expired valid",
        "(?:exp(?:ir(?:y|es|ing|ed|ation))?|valid (?:thru|through|until|to))\\.?(?: date)?"
            + "(?:[ ,:]{1,2}(?:is|on|in|of|it's|date)){0,2}[ ,:]{1,2}"
            + "(?<value>(?:0?[1-9]|1[0-2]) ?[/-] ?(?:20)?\\d{2})(?![\\d/-])");
    rule(
        PersonalData.ADDRESS,
        "address.postcode-named",
        "zip zipcode postcode postal",
        "(?:zip(?:code)?|postcode|postal)"
            + LINK
            + "(?<value>\\d{4,5}(?:[ -]\\d{2,4})?|\\d{3} \\d{2}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)"
            + "(?![A-Za-z0-9])");
  }

  private static final int NEAR_CARD = 90;
  private static final Pattern CARD_WORDS =
      Pattern.compile("(?i)\\bcards?\\b|\\bvisa\\b|mastercard|\\bamex\\b|\\bcv[vc]\\b|\\u0001");

  private NamedValues() {}

  private record Rule(PersonalData type, String name, Pattern pattern) {}

  private static void rule(PersonalData type, String name, String words, String pattern) {
    Rule rule = new Rule(type, name, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    for (String word : SPACE.splitAsStream(words).toList()) {
      RULES.computeIfAbsent(word, key -> new ArrayList<>()).add(rule);
    }
  }

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    String text = passage.plain();
    int at = 0;
    while (at < text.length()) {
      if (!isLetter(text.charAt(at))) {
        at++;
        continue;
      }

      int end = at;
      while (end < text.length() && isInWord(text, end)) {
        end++;
      }

      if (end - at <= LONGEST_WORD) {
        String word = text.substring(at, end).toLowerCase(Locale.ROOT);
        for (Rule rule : RULES.getOrDefault(word, List.of())) {
          add(rule, passage, at, spans);
        }
      }

      at = end;
    }

    return spans;
  }

  private static void add(Rule rule, Passage passage, int at, List<Span> spans) {
    String text = passage.plain();
    Matcher value =
        rule.pattern()
            .matcher(text)
            .region(at, Math.min(text.length(), at + REACH))
            .useTransparentBounds(true);
    boolean isFound = value.lookingAt() && (rule.type() != CARD || isNearCard(text, at));
    if (isFound) {
      spans.add(new Span(rule.type(), value.start("value"), value.end("value"), rule.name()));
    }
  }

  private static boolean isNearCard(String text, int at) {
    return CARD_WORDS.matcher(text.substring(Math.max(0, at - NEAR_CARD), at)).find();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isInWord(String text, int at) {
    char c = text.charAt(at);
    boolean isJoined =
        (c == '\'' || c == '-') && at + 1 < text.length() && isLetter(text.charAt(at + 1));
    return isLetter(c) || (c >= '0' && c <= '9') || isJoined;
  }
}
