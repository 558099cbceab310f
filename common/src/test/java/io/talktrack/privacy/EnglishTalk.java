package io.talktrack.privacy;

import io.talktrack.privacy.SpokenScript.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Made English dialogues of sales and service. */
final class EnglishTalk {
  private static final SpokenScript SCRIPT =
      new SpokenScript(
          "en",
          List.of(
              "Thanks for calling, how can I help?",
              "Hi, I wanted to follow up on the proposal.",
              "So, the delivery went fine, but one of the units is scratched.",
              "Okay, let me pull that up for you.",
              "We talked about the renewal last week.",
              "Sorry, you broke up for a moment there.",
              "I think we're ready to go ahead with it.",
              "The login still doesn't work on my side."),
          List.of(
              "Mm-hm.",
              "Okay.",
              "Uh-huh.",
              "Got it.",
              "Yeah.",
              "Right.",
              "Go on.",
              "Yep, and then?",
              "Perfect, thank you.",
              "Great."),
          List.of(
              "Sure, it's %s.",
              "%s.",
              "Yeah, that's %s.",
              "Okay, so, %s.",
              "It's %s",
              "Of course. %s",
              "Right, %s, if that helps.",
              "One second. Okay. %s.",
              "Ready? %s.",
              "Uh, %s, I believe."),
          List.of(
              "So that's %s?",
              "Let me read that back. %s.", "I have %s, is that correct?", "Okay, %s, got it."),
          List.of(
              "Thanks so much, have a good one.",
              "Alright, I'll send that over.",
              "Great, anything else I can do?",
              "We'll be in touch.",
              "Okay, talk soon, bye.",
              "Perfect, I've noted it down."),
          ", ");

  static final Subject PHONE =
      new Subject(
          "phone",
          List.of(
              "What's the best number to reach you on?",
              "Can I get a phone number for you?",
              "And a callback number, please?",
              "Could I take a contact number in case we get cut off?",
              "What's your cell?",
              "What number should I have the technician call?",
              "Do you have a mobile I can text the link to?",
              "Where can I call you back this afternoon?",
              "Can you give me your phone number, area code first?",
              "And is there a direct line for you?"),
          List.of(
              "You can reach me at %s.",
              "My cell is %s.",
              "Just call me back on %s.",
              "If anything comes up, my direct line is %s.",
              "I'm on %s all day.",
              "My number's %s, okay?",
              "Give me a ring on %s.",
              "Text me at %s.",
              "The best number for me is %s.",
              "Let me give you my mobile, it's %s."));
  static final Subject CARD =
      new Subject(
          "card",
          List.of(
              "What's the card number?",
              "Can you read me the long number across the front of the card?",
              "Okay, I'm ready for the card number.",
              "Which card do you want to use for the deposit?",
              "Go ahead with the digits on the card.",
              "And the number on your Visa or Mastercard?",
              "What card should I put this on?",
              "Could you give me your credit card number, please?"),
          List.of(
              "Put it on my card, %s.",
              "My card number is %s.",
              "The card is %s.",
              "I want to pay by card, the number is %s.",
              "Let me read you the card. %s.",
              "Use the company card, %s.",
              "It's a credit card, %s.",
              "For the deposit take my debit card, %s."));
  static final Subject SSN =
      new Subject(
          "ssn",
          List.of(
              "What's your social security number?",
              "I need your social for the credit check.",
              "Can you verify your social?",
              "And the full social, please?",
              "Could I get your Social Security number to pull up the account?",
              "To run the financing I need your social security number.",
              "And then your social?",
              "Can you confirm the SSN on file?"),
          List.of(
              "My social is %s.",
              "My Social Security number is %s.",
              "You'll want my SSN, that's %s.",
              "For the credit check, my social is %s.",
              "Let me give you my social, %s.",
              "The social security number is %s."));
  static final Subject EMAIL =
      new Subject(
          "email",
          List.of(
              "What's your e-mail?",
              "Where should I send the quote?",
              "What's the best email address for you?",
              "Can you spell your email for me?",
              "Which address do I send the invite to?",
              "And the email on the account?",
              "Can I get an email for the contract?",
              "What email should I use?"),
          List.of(
              "My e-mail is %s.",
              "Send it to %s.",
              "You can email me at %s.",
              "Just shoot it over to %s.",
              "Put down %s for the invoices.",
              "The address is %s.",
              "Write to %s, please.",
              "I'm at %s if you need anything."));
  static final Subject ORDER =
      new Subject(
          "order",
          List.of(
              "What's the order number?",
              "Do you have the ticket number handy?",
              "Can you read me the invoice number?",
              "Which order is it?",
              "And your case number, please?",
              "What's the tracking number on the parcel?",
              "Could you give me the reference on the quote?",
              "Do you see a purchase order number on it?"),
          List.of(
              "The order number is %s.",
              "I'm calling about ticket %s.",
              "It's about invoice %s.",
              "We opened case %s last week.",
              "The tracking number says %s.",
              "My confirmation number is %s.",
              "It says order %s on the box.",
              "That's purchase order %s."));

  /** Of each kind of business numbers, exchanges "question|answer" with slots to fill. */
  static final Map<String, List<String>> BUSINESS =
      Map.of(
          "price",
          List.of(
              "What would that cost?|It comes to {money} a month.",
              "We paid {money} last year.|And this year it would be {money}.",
              "So with the discount we're at {money}.|Okay, and setup is {money}?",
              "The list price is {money} per seat, we can do {money}.",
              "What's your budget?|Somewhere between {money} and {money}.",
              "That's {money} up front, then {money} a quarter.|That's more than I thought.",
              "It's two thousand|Uh-huh.|«four hundred and fifty» a month, plus tax.",
              "They quoted {money}.|We could match {money}, but not below."),
          "quantity",
          List.of(
              "How many seats do you need?|{count}, I'd say.",
              "We have {count} agents in {small} offices.|And each has a headset?",
              "How many units a month?|About {count}. In summer {count}.",
              "The warehouse holds {count} pallets.|We'd fill {count}.",
              "We run {count} extensions on the old system.|And {small} queues?",
              "How many sites?|{small}.|And people per site?|{count}.",
              "Last month it was {count} calls, this month {count}.",
              "I need {count} of the blue ones and {count} of the red."),
          "date",
          List.of(
              "When does the contract end?|On {date}.",
              "We could start {date}.|Let's say {date}, then.",
              "It was delivered {date}, wasn't it?|No, {date}.",
              "The trial runs until {date}.|And after that?",
              "Is {date} good for you?|I'm out then, how about {date}?",
              "The last invoice is dated {date}."),
          "time",
          List.of(
              "What time suits you?|{time} or {time}.",
              "Let's meet at {time}.|Could we do {time}?",
              "We're open from {time} to {time}.",
              "The technician comes between {time} and {time}.|I'm back at {time}.",
              "It takes {small} minutes, so until {time}.",
              "I called at {time} and waited {small} minutes."),
          "percent",
          List.of(
              "What discount can you give?|{percent}, if you sign this month.",
              "Churn went from {percent} to {percent}.",
              "So {percent} of the calls are missed?|More like {percent}.",
              "We're at {percent} uptime.|The contract says {percent}.",
              "Margins are {percent} here and {percent} abroad.",
              "They want {percent} down.|We can do {percent}."),
          "version",
          List.of(
              "Which version are you on?|{version}.",
              "We upgraded to {version} in spring.|You'd need {version}.",
              "It broke with {version}.|It's fixed in {version}.",
              "The firmware says {version}.",
              "Is that supported in {version}?|From {version} on."),
          "quarter",
          List.of(
              "When do you plan to buy?|{quarter}, probably.",
              "Budget opens in {quarter}.|So we talk again in {quarter}?",
              "{quarter} was slow, {quarter} is better.",
              "We go live in {quarter}."),
          "website",
          List.of(
              "Where do I find the price list?|Go to {site}.",
              "It's all on {site}.|Let me open that.",
              "Have you seen {site}?|No, just {site}.",
              "You can sign up at {site}, it takes {small} minutes.",
              "The manual is at {site}.|Found it.",
              "Type in {site} and press enter."));

  private static final String[] DIGITS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };
  private static final String[] TEENS = {
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };
  private static final String[] ORDINALS = {
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "eighth",
    "tenth",
    "twelfth",
    "fifteenth",
    "twenty-first",
    "twenty-third",
    "thirtieth"
  };
  private static final String[] GIVEN = {
    "john", "mary", "david", "sarah", "peter", "linda", "kevin", "nina", "oliver", "grace", "omar",
    "priya", "tom", "elena"
  };
  private static final String[] FAMILY = {
    "smith",
    "jones",
    "miller",
    "patel",
    "garcia",
    "nguyen",
    "brown",
    "kowalski",
    "baker",
    "ortiz",
    "hughes",
    "chen",
    "wright"
  };
  private static final String[] FREE_MAIL = {
    "gmail.com", "outlook.com", "yahoo.com", "hotmail.com", "icloud.com", "yahoo.co.uk", "aol.com"
  };
  private static final String[] FIRMS = {
    "brightpath.com",
    "northgate.io",
    "acme.co.uk",
    "kestrel-labs.com",
    "harborfoods.com",
    "millstone.org",
    "vantagepoint.net",
    "tidewater.de"
  };
  private static final Map<Character, String> ALPHABET =
      Map.ofEntries(
          Map.entry('a', "apple"),
          Map.entry('b', "boy"),
          Map.entry('c', "charlie"),
          Map.entry('d', "david"),
          Map.entry('e', "echo"),
          Map.entry('f', "frank"),
          Map.entry('g', "george"),
          Map.entry('h', "hotel"),
          Map.entry('i', "india"),
          Map.entry('j', "juliet"),
          Map.entry('k', "kilo"),
          Map.entry('l', "larry"),
          Map.entry('m', "mike"),
          Map.entry('n', "nancy"),
          Map.entry('o', "oscar"),
          Map.entry('p', "peter"),
          Map.entry('q', "queen"),
          Map.entry('r', "robert"),
          Map.entry('s', "sam"),
          Map.entry('t', "tango"),
          Map.entry('u', "uncle"),
          Map.entry('v', "victor"),
          Map.entry('w', "whiskey"),
          Map.entry('x', "x-ray"),
          Map.entry('y', "yellow"),
          Map.entry('z', "zebra"));

  private final SpokenChoice choice;

  EnglishTalk(SpokenChoice choice) {
    this.choice = choice;
  }

  SpokenDialogue phone() {
    return personal(PHONE, said(phoneGroups(), true));
  }

  SpokenDialogue card() {
    String card =
        choice.chance(.15)
            ? choice.card(choice.any("34", "37"), 15)
            : choice.card(choice.any("4", "51", "53", "55"), 16);
    List<String> groups = card.length() == 15 ? cut(card, 4, 6, 5) : cut(card, 4, 4, 4, 4);
    return personal(CARD, said(groups, true));
  }

  SpokenDialogue ssn() {
    String area = "%03d".formatted(choice.between(1, 665));
    String group = "%02d".formatted(choice.between(1, 99));
    String serial = "%04d".formatted(choice.between(1, 9999));
    return personal(SSN, said(List.of(area, group, serial), true));
  }

  SpokenDialogue email() {
    return personal(EMAIL, address());
  }

  SpokenDialogue order() {
    String number = choice.digits(choice.between(6, 12));
    List<String> groups = new ArrayList<>();
    for (int at = 0; at < number.length(); at += 4) {
      groups.add(number.substring(at, Math.min(number.length(), at + 4)));
    }
    return SCRIPT.told(choice, ORDER, said(groups, false), "«»", List.of());
  }

  SpokenDialogue business(String kind) {
    List<String> exchanges = new ArrayList<>();
    for (int i = choice.between(2, 3); i > 0; i--) {
      exchanges.add(filled(choice.phrase(BUSINESS.get(kind))));
    }
    return SCRIPT.business(choice, kind, exchanges);
  }

  private SpokenDialogue personal(Subject subject, SpokenValue value) {
    List<String> aside = new ArrayList<>();
    if (choice.chance(.5)) {
      String kind = choice.any("price", "quantity", "date", "time", "percent");
      String exchange = filled(choice.phrase(BUSINESS.get(kind)));
      aside.addAll(Arrays.asList(exchange.split("\\|", -1)));
    }
    return SCRIPT.told(choice, subject, value, "‹›", aside);
  }

  private List<String> phoneGroups() {
    String national =
        ""
            + choice.between(2, 9)
            + choice.between(0, 8)
            + choice.digits(1)
            + choice.between(2, 9)
            + choice.digits(6);
    double kind = choice.random().nextDouble();
    if (kind < .1) {
      return cut(national.substring(3), 3, 4);
    }
    if (kind < .3) {
      String british = "07" + choice.between(3, 9) + choice.digits(8);
      return choice.chance(.5) ? cut(british, 5, 3, 3) : cut(british, 3, 4, 4);
    }
    List<String> groups = new ArrayList<>();
    if (kind < .4) {
      groups.add("1");
    }
    groups.addAll(
        choice.chance(.6)
            ? cut(national, 3, 3, 4)
            : choice.chance(.5) ? cut(national, 3, 3, 2, 2) : cut(national, 3, 7));
    return groups;
  }

  static List<String> cut(String digits, int... lengths) {
    List<String> groups = new ArrayList<>();
    int at = 0;
    for (int length : lengths) {
      groups.add(digits.substring(at, at + length));
      at += length;
    }
    return groups;
  }

  /** Groups of digits in one of the ways that people say and machines write them. */
  private SpokenValue said(List<String> groups, boolean isPersonal) {
    int style = choice.between(0, 5);
    String separator =
        style == 1 ? choice.any(" ", "-", ".", ", ") : choice.any(" ", ", ", ", ", "... ", " - ");
    boolean isNoisy = choice.chance(.25);
    String open = isPersonal ? "‹" : "«";
    String close = isPersonal ? "›" : "»";
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      String piece = group(groups.get(i), style == 5 ? choice.between(0, 4) : style);
      if (isNoisy && i > 0 && choice.chance(.5)) {
        piece = close + choice.any("uh, ", "um, ", "er, ", "let me see, ") + open + piece;
      } else if (isNoisy && choice.chance(.2)) {
        String start = group(groups.get(i).substring(0, 1), style);
        piece = start + close + ", sorry, " + open + piece;
      }
      pieces.add(piece);
    }
    return new SpokenValue(pieces, separator);
  }

  private String group(String digits, int style) {
    if (style == 1) {
      return digits;
    }
    if (style == 2) {
      return SpokenChoice.spelled(digits);
    }
    if (style == 3) {
      return pairs(digits);
    }
    return words(digits, style == 4 ? "-" : choice.any(" ", " ", ", "));
  }

  /** "double five, one two". */
  private String words(String digits, String between) {
    List<String> words = new ArrayList<>();
    for (int at = 0; at < digits.length(); ) {
      char digit = digits.charAt(at);
      int same = 1;
      while (at + same < digits.length() && digits.charAt(at + same) == digit && same < 3) {
        same++;
      }
      if (same > 1 && choice.chance(.5)) {
        words.add((same == 2 ? "double " : "triple ") + word(digit));
        at += same;
      } else {
        words.add(word(digit));
        at++;
      }
    }
    return String.join(between, words);
  }

  private String word(char digit) {
    return digit == '0' ? choice.any("oh", "zero", "o") : DIGITS[digit - '0'];
  }

  /** "four fifteen", "twenty-three forty-five". */
  private String pairs(String digits) {
    List<String> words = new ArrayList<>();
    int at = digits.length() % 2;
    if (at == 1) {
      words.add(word(digits.charAt(0)));
    }
    for (; at < digits.length(); at += 2) {
      String pair = digits.substring(at, at + 2);
      words.add(
          pair.charAt(0) == '0'
              ? word('0') + " " + word(pair.charAt(1))
              : cardinal(Integer.parseInt(pair)));
    }
    return String.join(" ", words);
  }

  private SpokenValue address() {
    String given = choice.any(GIVEN);
    String family = choice.any(FAMILY);
    String domain = choice.chance(.6) ? choice.any(FREE_MAIL) : choice.any(FIRMS);
    double form = choice.random().nextDouble();
    if (form < .1) {
      return new SpokenValue(List.of(given + "." + family + "@" + domain), " ");
    }
    List<String> pieces = new ArrayList<>();
    int spelling = choice.between(0, 5);
    if (form < .5) {
      pieces.add(name(given, spelling));
      pieces.add(choice.any("dot ", "dot ", "underscore ", "dash ") + name(family, spelling));
    } else if (form < .7) {
      pieces.add(given.substring(0, 1) + (choice.chance(.5) ? " dot" : ""));
      pieces.add(name(family, spelling));
    } else {
      pieces.add(name(given, spelling));
      if (choice.chance(.6)) {
        pieces.add(name(family, spelling));
      }
    }
    if (choice.chance(.25)) {
      String number = choice.digits(2);
      pieces.add(choice.chance(.5) ? number : words(number, " "));
    }

    String at = choice.any("at ", "at ", "at ", "at sign ");
    if (choice.chance(.1)) {
      at = "›all " + choice.any("one word", "lowercase") + ", ‹" + at;
    } else if (choice.chance(.1)) {
      at = "›uh, ‹" + at;
    }
    int dot = domain.indexOf('.');
    if (choice.chance(.3)) {
      pieces.add(at + domain);
    } else {
      String host = domain.substring(0, dot).replace("-", " dash ");
      pieces.add(at + (choice.chance(.15) ? name(host.replace(" dash ", ""), 2) : host));
      pieces.add("dot " + domain.substring(dot + 1).replace(".", " dot "));
    }
    return new SpokenValue(pieces, choice.any(" ", " ", ", "));
  }

  private String name(String name, int spelling) {
    List<String> letters = Arrays.asList(SpokenChoice.spelled(name).split(" ", -1));
    return switch (spelling) {
      case 2 -> String.join(" ", letters);
      case 3 -> String.join("-", letters).toUpperCase(Locale.ROOT);
      case 4 -> {
        String link = choice.any(" as in ", " for ", " like ");
        List<String> words = new ArrayList<>();
        for (String letter : letters) {
          boolean isExplained = choice.chance(.5);
          words.add(isExplained ? letter + link + ALPHABET.get(letter.charAt(0)) : letter);
        }
        yield String.join(", ", words);
      }
      case 5 -> name + ", " + String.join(" ", letters) + ",";
      default -> name;
    };
  }

  private String filled(String exchange) {
    String text = exchange;
    while (text.contains("{")) {
      int start = text.indexOf('{');
      int end = text.indexOf('}');
      text =
          text.substring(0, start)
              + "«"
              + slot(text.substring(start + 1, end))
              + "»"
              + text.substring(end + 1);
    }
    return text;
  }

  private String slot(String name) {
    boolean isWords = choice.chance(.5);
    return switch (name) {
      case "money" -> money(isWords);
      case "count" -> isWords ? cardinal(amount()) : "%,d".formatted(amount());
      case "small" -> isWords ? cardinal(choice.between(2, 40)) : "" + choice.between(2, 40);
      case "date" -> date(isWords);
      case "time" -> time(isWords);
      case "percent" ->
          isWords
              ? cardinal(choice.between(2, 99)) + choice.any(" percent", " point five percent")
              : choice.between(1, 99) + choice.any("%", ".5%", ".25 percent", " percent");
      case "version" -> version(isWords);
      case "quarter" ->
          isWords
              ? choice.any("the first", "the second", "the third", "the fourth")
                  + " quarter"
                  + choice.any("", " of twenty twenty-six", " of twenty twenty-five")
              : "Q" + choice.between(1, 4) + choice.any("", " 2025", " 2026", " of next year");
      case "site" -> site(isWords);
      default -> throw new IllegalArgumentException("no such slot: " + name);
    };
  }

  private int amount() {
    int[] scales = {10, 50, 100, 500, 1000};
    return choice.between(2, 99) * scales[choice.between(0, scales.length - 1)];
  }

  private String money(boolean isWords) {
    int amount = choice.chance(.7) ? amount() : choice.between(11, 9999);
    if (isWords) {
      return choice.chance(.2)
          ? pairs("" + choice.between(110, 999))
          : cardinal(amount) + choice.any(" dollars", " bucks", " euros", "", " pounds");
    }
    return choice.any("$%,d", "%,d dollars", "$%d", "%,d", "€%,d").formatted(amount)
        + (choice.chance(.2) ? " and " + choice.between(10, 99) + " cents" : "");
  }

  private String date(boolean isWords) {
    String month = MONTHS[choice.between(0, 11)];
    if (isWords) {
      return choice.any("the ", "")
          + choice.any(ORDINALS)
          + " of "
          + month
          + choice.any("", " twenty twenty-five", " two thousand twenty-six");
    }
    int day = choice.between(1, 28);
    return switch (choice.between(0, 3)) {
      case 0 -> "%d-%02d-%02d".formatted(choice.between(2023, 2027), choice.between(1, 12), day);
      case 1 -> "%d/%d/%d".formatted(choice.between(1, 12), day, choice.between(2023, 2027));
      default -> month + " " + day + choice.any("", "th", ", 2025", ", 2026");
    };
  }

  private String time(boolean isWords) {
    int hour = choice.between(1, 12);
    if (isWords) {
      return choice.any(
          cardinal(hour) + " thirty",
          "half past " + cardinal(hour),
          cardinal(hour) + " o'clock",
          cardinal(hour) + " forty-five",
          "quarter to " + cardinal(hour),
          cardinal(hour) + " am");
    }
    return choice.any(
        hour + ":" + choice.any("15", "30", "45", "00"),
        hour + " pm",
        hour + ":30 am",
        (hour + 11) + ":" + choice.any("05", "20", "50"));
  }

  private String version(boolean isWords) {
    int major = choice.between(1, 22);
    int minor = choice.between(0, 12);
    if (isWords) {
      return choice.any("version ", "release ", "")
          + cardinal(major)
          + " point "
          + cardinal(minor)
          + (choice.chance(.5) ? " point " + cardinal(choice.between(0, 9)) : "");
    }
    return choice.any("version ", "v", "release ", "build ")
        + major
        + "."
        + minor
        + (choice.chance(.6) ? "." + choice.between(0, 40) : "");
  }

  private String site(boolean isWords) {
    String host = choice.any(FIRMS);
    String page = choice.any("pricing", "support", "downloads", "manuals", "trial");
    if (isWords) {
      return choice.any("www dot ", "", "w w w dot ")
          + host.replace(".", " dot ").replace("-", " dash ")
          + choice.any("", " slash " + page, " forward slash " + page);
    }
    return choice.any("https://", "www.", "") + host + choice.any("", "/" + page);
  }

  static String cardinal(int number) {
    if (number < 10) {
      return DIGITS[number];
    }
    if (number < 20) {
      return TEENS[number - 10];
    }
    if (number < 100) {
      return TENS[number / 10] + (number % 10 == 0 ? "" : "-" + DIGITS[number % 10]);
    }
    int scale = number < 1000 ? 100 : 1000;
    String name = number < 1000 ? " hundred" : " thousand";
    int rest = number % scale;
    String end = rest == 0 ? "" : (rest < 100 ? " and " : " ") + cardinal(rest);
    return cardinal(number / scale) + name + end;
  }
}
