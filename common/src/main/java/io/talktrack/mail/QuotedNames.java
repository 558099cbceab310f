package io.talktrack.mail;

import io.talktrack.email.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that stand where a mail quotes or signs: authors and addressees of quoted mails, and
 * the first line of a signature. A mail's own headers need not know them.
 */
public final class QuotedNames {
  private static final int MOST_WORDS = 4;

  private static final Pattern MARKS = Pattern.compile("^[ \\t>]{0,200}+");
  private static final Pattern FIELD =
      Pattern.compile("[\\s|*]{0,4}(\\p{L}[\\p{L} -]{0,15}?)[\\s*|]{0,4}[:：|]\\s{0,4}(.*)");
  private static final Pattern PEOPLE =
      Pattern.compile(
          "(?iU)from|to|b?cc|von|an|kopie|de|à|da|a|para|van|aan"
              + "|发件人|寄件者|寄件人|发信人|收件人|收件者|抄送|抄送人|副本");
  private static final Pattern BETWEEN_PEOPLE = Pattern.compile("[;；、，]|(?<=[>\\])]) ?,");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "<[^<>]{0,320}+>|\\[[^\\[\\]]{0,320}+\\]|[^\\s<>,;]{1,64}@[^\\s<>,;]{1,255}+");
  private static final String AROUND = "\"'“”*,.:：";

  private static final Pattern WROTE =
      Pattern.compile(
          "(?U)\\s?(?:wrote|writes|said|a écrit|escribió|ha scritto|escreveu|写道|寫道|写信说|编写).{0,5}$");
  private static final Pattern WROTE_BEFORE = Pattern.compile("(?U)\\b(?:schrieb|schreef)\\b");
  private static final Pattern NOT_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{M}'’.,\" -]");
  private static final Pattern CLOCK =
      Pattern.compile("(?i)[ap]\\.?m\\.?|gmt|utc|bst|ces?t|mes?z|[ecmp][sd]t");
  private static final Pattern IDEOGRAPHS = Pattern.compile(".*\\p{IsHan}.*");
  private static final Pattern SIGNED =
      Pattern.compile(
          "\\p{Lu}[\\p{L}'’.-]{0,30}(?: (?:\\p{Lu}[\\p{L}'’.-]{0,30}|van|von|der|den|de|di|da|del)){0,3}"
              + "|\\p{IsHan}{2,4}");

  private final Set<String> names = new LinkedHashSet<>();

  private QuotedNames() {}

  /** Names as they are written; roles and firms can be among them. */
  public static Set<String> in(Message mail) {
    QuotedNames found = new QuotedNames();
    found.addQuoted(mail.quoted().lines().toList());
    found.addSigned(mail.signature());
    found.names.remove("");
    return found.names;
  }

  private void addQuoted(List<String> marked) {
    List<String> lines = marked.stream().map(line -> MARKS.matcher(line).replaceFirst("")).toList();
    int at = 0;
    while (at < lines.size()) {
      // a name alone introduces only what is marked
      int length =
          Math.max(QuoteIntroduction.length(lines, at), QuoteIntroduction.length(marked, at));
      if (length > 0) {
        addIntroduction(lines.subList(at, at + length));
      }
      at += Math.max(1, length);
    }
  }

  private void addIntroduction(List<String> lines) {
    boolean hasFields = false;
    boolean isOfPeople = false;
    for (String line : lines) {
      Matcher field = FIELD.matcher(line);
      boolean isField = field.matches();
      if (isField) {
        isOfPeople = PEOPLE.matcher(field.group(1)).matches();
        hasFields |= isOfPeople;
      }
      if (isOfPeople) {
        addPeople(isField ? field.group(2) : line);
      }
    }
    if (!hasFields) {
      addAuthor(String.join(" ", lines));
    }
  }

  private void addPeople(String said) {
    for (String one : BETWEEN_PEOPLE.split(said, -1)) {
      String name = bare(ADDRESS.matcher(one).replaceAll(" "));
      List<String> parts = parts(name);
      boolean isTurned =
          parts.size() == 2 && !(parts.get(0).contains(" ") && parts.get(1).contains(" "));
      names.addAll(isTurned ? List.of(turned(parts)) : parts);
    }
  }

  /** "On Monday at 9:00, Ann Seller wrote:" */
  private void addAuthor(String introduction) {
    String said = ADDRESS.matcher(introduction).replaceAll(" ").strip();
    Matcher before = WROTE_BEFORE.matcher(said);
    if (before.find()) {
      names.add(bare(said.substring(before.end())));
      said = said.substring(0, before.start());
    }
    names.add(lastName(WROTE.matcher(said).replaceFirst("")));
  }

  private static String lastName(String said) {
    String last =
        NOT_OF_A_NAME
            .splitAsStream(said)
            .filter(piece -> !bare(piece).isEmpty())
            .reduce("", (earlier, later) -> later);
    List<String> parts = parts(bare(last));
    boolean isTurned = parts.size() == 2 && parts.stream().noneMatch(part -> part.contains(" "));
    String straight = isTurned ? turned(parts) : parts.get(parts.size() - 1);

    List<String> words = new ArrayList<>(List.of(straight.split("\\s+", -1)));
    int most = IDEOGRAPHS.matcher(straight).matches() ? 1 : MOST_WORDS;
    words.subList(0, Math.max(0, words.size() - most)).clear();
    while (!words.isEmpty() && !beginsName(words.get(0))) {
      words.remove(0);
    }
    return String.join(" ", words);
  }

  private static List<String> parts(String name) {
    return Arrays.stream(name.split(",", -1)).map(String::strip).toList();
  }

  /** "Seller, Ann" */
  private static String turned(List<String> parts) {
    return parts.get(1) + " " + parts.get(0);
  }

  private static boolean beginsName(String word) {
    return !word.isEmpty()
        && !Character.isLowerCase(word.codePointAt(0))
        && !CLOCK.matcher(word).matches();
  }

  private void addSigned(String signature) {
    signature
        .lines()
        .map(QuotedNames::bare)
        .filter(line -> !line.isEmpty() && !Signatures.isClosing(line))
        .findFirst()
        .filter(line -> SIGNED.matcher(line).matches())
        .ifPresent(names::add);
  }

  private static String bare(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isAround(text.charAt(start))) {
      start++;
    }
    while (end > start && isAround(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isAround(char one) {
    return Character.isWhitespace(one) || AROUND.indexOf(one) >= 0;
  }
}
