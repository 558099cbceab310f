package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.EMAIL;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds e-mail addresses as they are written, spoken and spelled. */
final class EmailAddresses {
  private static final int LONGEST_LOCAL = 255;
  private static final int LONGEST_DOMAIN = 255;
  private static final int LONGEST_SPOKEN = 250;
  private static final int LONGEST_LEAD = 40;

  /** Spaces and a bracket before the first letter of an "at", and all from that letter on. */
  private static final int LONGEST_BEFORE_CORE = 4;

  private static final int LONGEST_AFTER_CORE = 6;

  private static final String WORD = "[A-Za-z0-9_+-]{1,40}+";
  private static final String SPELLED =
      "(?:[A-Za-z0-9](?:[ -]|, )){2,20}[A-Za-z0-9](?![A-Za-z0-9])";
  private static final String SPOKEN_DOT =
      "(?: {1,3}(?:dot|point) {1,3}| {0,2}[(\\[] ?dot ?[)\\]] {0,2}| {0,2}[点點] {0,2})";
  private static final String DOT = "(?:" + SPOKEN_DOT + "|\\.)";
  private static final String LINK =
      "(?:" + DOT + "| (?:underscore|dash|hyphen|minus) | ?(?:下划线|横杠|减号|中划线) ?)";
  private static final String AT_SIGN =
      " {1,3}at {1,3}| {0,2}[(\\[] ?at ?[)\\]] {0,2}| {0,2}(?:艾特|圈[aA]) {0,2}| ?@ ?";
  private static final Pattern AT = Pattern.compile(AT_SIGN, Pattern.CASE_INSENSITIVE);
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?<![A-Za-z0-9_.@'])(?<local>(?:(?:%1$s|%2$s)%3$s){0,5}(?:%1$s|%2$s))"
                  .formatted(SPELLED, WORD, LINK)
              + "(?<at>%s)".formatted(AT_SIGN)
              + "(?<domain>%2$s(?:%1$s%2$s){1,4})".formatted(DOT, WORD),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DOMAIN_BEGINS =
      Pattern.compile("%2$s%1$s%2$s".formatted(DOT, WORD), Pattern.CASE_INSENSITIVE);
  private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9_+.-]+@[A-Za-z0-9_+.-]+");
  private static final Pattern SEPARATOR = Pattern.compile(LINK, Pattern.CASE_INSENSITIVE);
  private static final Pattern SPOKEN_DOTS = Pattern.compile(SPOKEN_DOT, Pattern.CASE_INSENSITIVE);
  private static final Pattern DOTS = Pattern.compile(DOT, Pattern.CASE_INSENSITIVE);
  private static final Pattern LABEL = Pattern.compile(WORD);
  private static final Pattern TOP_LEVEL =
      Pattern.compile(
          "(?i)com|org|net|edu|gov|info|biz|io|co|ai|app|dev|tech|cloud|shop|online|me|tv|cc|cn|hk|tw"
              + "|uk|us|ca|au|nz|ie|de|fr|es|it|nl|be|ch|at|se|no|dk|fi|pl|pt|cz|jp|kr|sg|in|br|mx"
              + "|za|eu|asia|example|test|invalid");
  private static final Pattern NAMED =
      Pattern.compile("(?i)e-?mails?\\b|\\bmail\\b|address|邮箱|邮件|邮址");

  /** Words before "at" after which a place follows, not a mailbox. */
  private static final Pattern BEFORE_A_PLACE =
      Pattern.compile(
          "(?i)look(?:ed|ing|s)?|us|me|you|it|is|are|was|were|be|here|there|find|found|available"
              + "|live|hosted|based|visit|meet|more|details|page|site|website|demo|docs|up|online|out"
              + "|signed|sign|log|logged|arrive|start|started|team|people|working|works|work");

  /** A provider's name run together with the mailbox, as some recognisers write it. */
  private static final Pattern GLUED =
      Pattern.compile(
          "(?<![A-Za-z0-9._@/-])[A-Za-z0-9](?:[A-Za-z0-9._-]{0,40}[A-Za-z0-9])??"
              + "(?:gmail|yahoo|hotmail|outlook|icloud|foxmail)\\.?com(?![A-Za-z0-9])",
          Pattern.CASE_INSENSITIVE);

  private static final int SHORTEST_GLUED = "gmailcom".length() - 1;
  private static final List<String> PROVIDERS =
      List.of("gmail", "yahoo", "hotmail", "outlook", "icloud", "foxmail");

  private EmailAddresses() {}

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    String text = passage.plain();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      addWritten(text, at, spans);
    }

    addSpoken(text, spans);
    Matcher glued = GLUED.matcher(mayBeGlued(text) ? text : "");
    while (glued.find()) {
      spans.add(new Span(EMAIL, glued.start(), glued.end(), "email.glued"));
    }

    return spans;
  }

  /** Looks around each "at" before what begins like a domain, as most texts have none. */
  private static void addSpoken(String text, List<Span> spans) {
    Matcher at = AT.matcher(text);
    Matcher domain = DOMAIN_BEGINS.matcher(text);
    Matcher spoken = SPOKEN.matcher(text).useTransparentBounds(true);
    int from = 0;
    for (int core = 0; core < text.length(); core++) {
      if (!isCore(text, core)) {
        continue;
      }

      at.region(
          Math.max(from, core - LONGEST_BEFORE_CORE),
          Math.min(text.length(), core + LONGEST_AFTER_CORE));
      boolean isAt = at.find() && at.start() <= core && core < at.end();
      if (!isAt) {
        continue;
      }

      int last = Math.min(text.length(), at.end() + LONGEST_SPOKEN);
      if (isWord(text, at.start() - 1) && domain.region(at.end(), last).lookingAt()) {
        // a mailbox holds no "at", so it begins after the one before
        spoken.region(Math.max(from, at.start() - LONGEST_SPOKEN), last);
        boolean isFound = spoken.find() && spoken.start("at") == at.start();
        int end = isFound ? spokenEnd(text, spoken) : -1;
        if (end > 0) {
          spans.add(new Span(EMAIL, spoken.start(), end, "email.spoken"));
        }
      }

      from = at.end();
      core = Math.max(core, from - 1);
    }
  }

  /** Where an "at" of any kind has its first letter or sign. */
  private static boolean isCore(String text, int at) {
    return switch (text.charAt(at)) {
      case 'a', 'A' -> at + 1 < text.length() && "tT".indexOf(text.charAt(at + 1)) >= 0;
      case '@', '艾', '圈' -> true;
      default -> false;
    };
  }

  private static boolean isWord(String text, int at) {
    if (at < 0) {
      return false;
    }

    char c = text.charAt(at);
    return (c < 128 && Character.isLetterOrDigit(c)) || "_+-".indexOf(c) >= 0;
  }

  private static boolean mayBeGlued(String text) {
    for (int at = 0; at < text.length() - SHORTEST_GLUED; at++) {
      if ("gyhoifGYHOIF".indexOf(text.charAt(at)) >= 0) {
        for (String provider : PROVIDERS) {
          if (text.regionMatches(true, at, provider, 0, provider.length())) {
            return true;
          }
        }
      }
    }

    return false;
  }

  private static void addWritten(String text, int at, List<Span> spans) {
    int start = at;
    while (start > 0 && at - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }

    while (start < at
        && !Character.isLetterOrDigit(text.charAt(start))
        && text.charAt(start) != '_') {
      start++;
    }

    int end = at + 1;
    while (end < text.length() && end - at < LONGEST_DOMAIN && isDomain(text.charAt(end))) {
      end++;
    }

    while (end > at && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }

    int dot = end > at ? text.lastIndexOf('.', end - 1) : -1;
    boolean hasTopLevel =
        dot > at + 1
            && end - dot > 2
            && text.substring(dot + 1, end).chars().allMatch(Character::isLetter);
    if (start < at && hasTopLevel) {
      spans.add(new Span(EMAIL, start, end, "email.written"));
    }
  }

  /** Where the spoken address ends, -1 where the words are no address. */
  private static int spokenEnd(String text, Matcher spoken) {
    int end = domainEnd(spoken.group("domain"));
    if (end < 0 || isWritten(spoken.group())) {
      return -1;
    }

    String local = spoken.group("local");
    String domain = spoken.group("domain").substring(0, end);
    boolean isSigned = !spoken.group("at").strip().equalsIgnoreCase("at");
    boolean isLinked = SEPARATOR.matcher(local).find();
    boolean isSpoken = SPOKEN_DOTS.matcher(domain).find();
    boolean isPlace = isBeforeAPlace(local);
    boolean isNamed = isNamed(text, spoken.start(), LONGEST_LEAD);
    boolean isAddress = isSigned || isLinked || (!isPlace && (isSpoken || isNamed));
    return isAddress ? spoken.start("domain") + end : -1;
  }

  static boolean isWritten(String address) {
    return WRITTEN.matcher(address).matches();
  }

  static boolean isBeforeAPlace(String word) {
    return BEFORE_A_PLACE.matcher(word).matches();
  }

  /** Whether an address is what the words before speak of. */
  static boolean isNamed(String text, int at, int look) {
    String before = text.substring(Math.max(0, at - look), at);
    return mayBeNamed(before) && NAMED.matcher(before).find();
  }

  private static boolean mayBeNamed(String text) {
    return text.contains("ail")
        || text.contains("AIL")
        || text.contains("ddress")
        || text.contains("DDRESS")
        || text.indexOf('邮') >= 0;
  }

  /** The end of the last label that closes a domain, as words may run on after it. */
  private static int domainEnd(String domain) {
    int end = -1;
    int labels = 0;
    Matcher label = LABEL.matcher(domain);
    Matcher dot = DOTS.matcher(domain);
    int at = 0;
    while (at < domain.length() && label.find(at) && label.start() == at) {
      labels++;
      if (labels > 1 && TOP_LEVEL.matcher(label.group()).matches()) {
        end = label.end();
      }

      at = dot.find(label.end()) && dot.start() == label.end() ? dot.end() : domain.length();
    }

    return end;
  }

  private static boolean isLocal(char c) {
    return isLatin(c) || "._%+'-".indexOf(c) >= 0;
  }

  private static boolean isDomain(char c) {
    return isLatin(c) || c == '.' || c == '-';
  }

  private static boolean isLatin(char c) {
    // Chinese words stand right beside an address
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c) && c < '\u2e80';
  }
}
