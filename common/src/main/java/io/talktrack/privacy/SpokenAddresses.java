package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.EMAIL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds e-mail addresses that are told with pauses, letters and asides: {@code p as in peter, a t e
 * l, uh, at gmail, dot com}.
 *
 * <p>Each "at" that a domain follows is read back to where the mailbox begins.
 */
final class SpokenAddresses {
  private static final int LONGEST_GAP = 5;
  private static final int MOST_PARTS = 60;
  private static final int MOST_PLAIN_WORDS = 2;
  private static final int FEWEST_SPELLED = 2;
  private static final int LOOK = 60;

  private static final String TOP_LEVEL =
      "com|org|net|edu|gov|info|biz|io|co|ai|app|dev|me|cc|cn|hk|tw|uk|us|ca|au|nz|ie|de|fr|es|it"
          + "|nl|be|ch|at|se|no|dk|fi|pl|pt|cz|jp|kr|sg|in|br|mx|za|eu|example|test|invalid";
  private static final Pattern TOP = Pattern.compile("(?i)" + TOP_LEVEL);
  private static final Pattern ENDS =
      Pattern.compile(
          "(?i)(?:\\.|(?<![a-z])dot[ ,]{1,3}|[点點][ ,]{0,3})(?:%s)(?![a-z])".formatted(TOP_LEVEL));
  private static final Pattern PART =
      Pattern.compile(
          "(?i)(?<at>@|艾特|圈[ae](?![a-z])|(?<![a-z])at(?: sign)?(?![a-z]))"
              + "|(?<dot>(?<![a-z])(?:dot|point)(?![a-z])|[点點]|(?<=[a-z0-9])\\.(?=[a-z0-9]))"
              + "|(?<dash>(?<![a-z])(?:underscore|dash|hyphen|minus)(?![a-z])|下划线|横杠|减号|中划线|_"
              + "|(?<=[a-z0-9]{2})-(?=[a-z0-9]{2}))"
              + "|(?<as>(?<![a-z])(?:as in|for|like)(?![a-z]))"
              + "|(?<aside>(?<![a-z])(?:all (?:one word|in one word|together|lower ?case|in lower ?case|small"
              + "|letters)|one word|lower ?case|upper ?case|capital|uhm?|um|erm?|ah|hmm?|sorry|let me see)(?![a-z])"
              + "|[呃嗯啊]|那个|就是|我看看|(?:全部|都是|全是)?[大小]写(?:的|字母)?)"
              + "|(?<number>(?<![a-z])(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|\\w{3,5}teen"
              + "|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|double|triple)(?![a-z])"
              + "|[零〇幺一二三四五六七八九两]|[0-9]+)"
              + "|(?<word>[a-z]['a-z0-9]{0,39})"
              + "|(?<other>[^ ,.…、-])");

  /** Words that lead to an address and are no part of it. */
  private static final Set<String> NO_MAILBOX =
      Set.of(
          "a", "i", "the", "is", "it", "it's", "its", "that", "that's", "this", "to", "on", "me",
          "my", "mine", "by", "via", "of", "and", "so", "or", "but", "be", "was", "will", "would",
          "should", "use", "try", "put", "down", "over", "send", "sent", "write", "reach",
          "contact", "email", "e", "mail", "address", "account", "name", "sure", "yes", "yeah",
          "yep", "okay", "ok", "well", "ready", "right", "course", "second", "i'm", "here", "there",
          "us", "you", "we", "we're", "he", "she", "they", "go", "have", "has", "just", "with",
          "from", "then", "now", "says", "called", "please", "him", "her", "them", "our", "your",
          "his", "their", "up", "out", "in", "are", "were", "good", "see", "look", "not", "no",
          "if");

  private enum Kind {
    AT,
    DOT,
    DASH,
    AS,
    ASIDE,
    LETTER,
    WORD,
    OTHER
  }

  private record Part(Kind kind, int start, int end, String text) {}

  private final String text;
  private final List<Part> parts = new ArrayList<>();

  private SpokenAddresses(String text) {
    this.text = text;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      parts.add(new Part(kind(part), part.start(), part.end(), part.group()));
    }
  }

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    if (!endsIn(passage.plain())) {
      return spans;
    }

    SpokenAddresses addresses = new SpokenAddresses(passage.plain());
    for (int i = 1; i < addresses.parts.size(); i++) {
      if (addresses.parts.get(i).kind() == Kind.AT && !addresses.isGlued(i)) {
        addresses.add(i, spans);
      }
    }

    return spans;
  }

  /** Whether a domain's last part is told in a text. */
  static boolean endsIn(String text) {
    return ENDS.matcher(text).find();
  }

  private static Kind kind(Matcher part) {
    if (part.group("at") != null) {
      return Kind.AT;
    }
    if (part.group("dot") != null) {
      return Kind.DOT;
    }
    if (part.group("dash") != null) {
      return Kind.DASH;
    }
    if (part.group("as") != null) {
      return Kind.AS;
    }
    if (part.group("aside") != null) {
      return Kind.ASIDE;
    }
    String word = part.group("word");
    if (part.group("number") != null || (word != null && word.length() == 1)) {
      return Kind.LETTER;
    }
    return word == null ? Kind.OTHER : Kind.WORD;
  }

  private void add(int at, List<Span> spans) {
    int end = domainEnd(at);
    if (end < 0) {
      return;
    }

    Mailbox mailbox = new Mailbox(at);
    mailbox.read();
    boolean isSigned = !parts.get(at).text().equalsIgnoreCase("at");
    boolean isSpoken = !text.substring(parts.get(at).end(), end).contains(".");
    boolean isNamed =
        mailbox.first < at && EmailAddresses.isNamed(text, parts.get(mailbox.first).start(), LOOK);
    boolean isPage = text.startsWith(" slash", end) || text.startsWith("/", end);
    boolean isAddress =
        isSigned
            || mailbox.links > 0
            || mailbox.spelled >= FEWEST_SPELLED
            || (!mailbox.isPlace() && !isPage && (isSpoken || isNamed));
    if (mailbox.first == at || !isAddress) {
      return;
    }

    int start = parts.get(mailbox.first).start();
    if (!EmailAddresses.isWritten(text.substring(start, end))) {
      spans.add(new Span(EMAIL, start, end, "email.spoken"));
    }
  }

  private int domainEnd(int at) {
    int end = -1;
    int labels = 0;
    int i = afterAsides(at + 1);
    while (i < parts.size() && isLabel(parts.get(i)) && isClose(i)) {
      int first = i;
      i++;
      while (i < parts.size() && isClose(i) && goesOn(i)) {
        i++;
      }

      labels++;
      boolean isTop = i - first == 1 && TOP.matcher(parts.get(first).text()).matches();
      if (labels > 1 && isTop) {
        end = parts.get(first).end();
      } else if (end > 0) {
        return end;
      }

      i = afterAsides(i);
      if (i >= parts.size() || parts.get(i).kind() != Kind.DOT || !isClose(i)) {
        return end;
      }

      i = afterAsides(i + 1);
    }

    return end;
  }

  private int afterAsides(int from) {
    int i = from;
    while (i < parts.size() && parts.get(i).kind() == Kind.ASIDE) {
      i++;
    }

    return i;
  }

  private static boolean isLabel(Part part) {
    return part.kind() == Kind.LETTER || part.kind() == Kind.WORD;
  }

  /** Letters after letters, and what a dash joins. */
  private boolean goesOn(int i) {
    Part part = parts.get(i);
    Part before = parts.get(i - 1);
    boolean isJoined = part.start() == before.end() && part.kind() != Kind.DOT;
    return part.kind() == Kind.DASH
        || (before.kind() == Kind.DASH && isLabel(part))
        || (before.kind() == Kind.LETTER && part.kind() == Kind.LETTER)
        || (isJoined && isLabel(part) && isLabel(before));
  }

  /** Written without a space, which others read. */
  private boolean isGlued(int at) {
    Part part = parts.get(at);
    return part.text().equals("@")
        && at + 1 < parts.size()
        && parts.get(at - 1).end() == part.start()
        && parts.get(at + 1).start() == part.end();
  }

  private boolean isClose(int i) {
    return parts.get(i).start() - parts.get(i - 1).end() <= LONGEST_GAP;
  }

  /** Reads a mailbox from its "at" back. */
  private final class Mailbox {
    private final int at;
    private int first;
    private int links;
    private int spelled;
    private int plainWords;
    private String nearest = "";

    Mailbox(int at) {
      this.at = at;
      this.first = at;
    }

    void read() {
      int i = at - 1;
      while (i >= 0 && at - i < MOST_PARTS && isClose(i + 1)) {
        int taken = taken(i);
        if (taken < 0) {
          return;
        }
        i -= taken;
      }
    }

    /** How many parts are taken or passed over from here back, -1 where the mailbox ends. */
    private int taken(int i) {
      Part part = parts.get(i);
      return switch (part.kind()) {
        case ASIDE -> 1;
        case DOT, DASH -> link(i);
        case LETTER -> letter(i);
        case WORD -> word(i);
        case AT, AS, OTHER -> -1;
      };
    }

    private int link(int i) {
      boolean isBetween = first < at && i > 0 && isLabel(parts.get(i - 1)) && isClose(i);
      links += isBetween ? 1 : 0;
      return isBetween ? 1 : -1;
    }

    private int letter(int i) {
      first = i;
      boolean isLetter = Character.isLetter(parts.get(i).text().charAt(0));
      spelled += isLetter && parts.get(i).text().length() == 1 ? 1 : 0;
      return 1;
    }

    private int word(int i) {
      String word = parts.get(i).text().toLowerCase(Locale.ROOT);
      boolean isExplaining =
          i > 1 && parts.get(i - 1).kind() == Kind.AS && parts.get(i - 2).kind() == Kind.LETTER;
      if (isExplaining) {
        first = i - 2;
        spelled++;
        return 3;
      }

      boolean isLinked = (first < at && isLink(i + 1)) || (i > 0 && isLink(i - 1));
      boolean isJoined = first < at && parts.get(i + 1).start() == parts.get(i).end();
      if (!isLinked && !isJoined && !isSpelledNext(word, i)) {
        plainWords++;
        if (links > 0 || plainWords > MOST_PLAIN_WORDS || NO_MAILBOX.contains(word)) {
          return -1;
        }
      }

      nearest = first == at ? word : nearest;
      first = i;
      return 1;
    }

    private boolean isLink(int i) {
      return parts.get(i).kind() == Kind.DOT || parts.get(i).kind() == Kind.DASH;
    }

    private boolean isSpelledNext(String word, int i) {
      StringBuilder letters = new StringBuilder();
      for (int next = i + 1; next < at && letters.length() < word.length(); next++) {
        if (parts.get(next).kind() != Kind.LETTER) {
          return false;
        }
        letters.append(parts.get(next).text().toLowerCase(Locale.ROOT));
      }

      return letters.toString().equals(word);
    }

    boolean isPlace() {
      return !nearest.isEmpty() && EmailAddresses.isBeforeAPlace(nearest);
    }
  }
}
