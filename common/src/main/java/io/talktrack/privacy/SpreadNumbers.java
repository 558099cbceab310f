package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.EMAIL;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds numbers and mailboxes that one speaker tells over several turns, with the other's "uh huh"
 * between, those that only the question before them explains, and what the listener says again.
 */
final class SpreadNumbers {
  private static final int LONGEST_CONTEXT = 80;
  private static final int LONGEST_LEAD = 40;
  private static final int MOST_BETWEEN = 3;
  private static final int MOST_AFTER = 4;
  private static final int MOST_ADDRESS_TURNS = 6;
  private static final int LONGEST_BACK_CHANNEL = 80;
  private static final int LONGEST_REPEATED = 250;
  private static final int FEWEST_DIGITS = 7;
  private static final int FEWEST_REPEATED = 4;

  private static final String NUMBER_WORD =
      "(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w{3,5}teen"
          + "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|double|triple|treble|plus)";
  private static final String LINK_WORD = "(?:at|dot|point|underscore|dash|hyphen)";
  private static final String CHINESE = "[零〇洞幺一二三四五六七八九拐两点]";
  private static final Pattern FILLERS =
      Pattern.compile(
          "(?i)(?:[ ,.，。…-]|(?:um|uh|er|erm|hmm?|and|then|so|yeah|yes|yep|okay|ok|right|it's|that's|is"
              + "|then it's|let me see|sorry|all (?:one word|lower ?case))(?![a-z])"
              + "|那个|我看看|就是|小写|嗯|呃|啊|然后|后面是?|对|好)*+");
  private static final Pattern BEGINS =
      Pattern.compile(
          "(?i)(?:[+(]?\\d|%s(?![a-z])|%s(?![a-z])|@|[a-z0-9](?![a-z0-9'])|%s|艾特|圈a)"
              .formatted(NUMBER_WORD, LINK_WORD, CHINESE));
  private static final Pattern ENDS =
      Pattern.compile(
          "(?i)(?:\\d|(?<![a-z])%s|(?<![a-z])%s|@|(?<![a-z0-9'])[a-z0-9]|%s)[ ,.，。…!?-]*$"
              .formatted(NUMBER_WORD, LINK_WORD, CHINESE));
  private static final Pattern JOINS =
      Pattern.compile("(?i)(?:at|dot|point|underscore|dash|hyphen|@)(?![a-z])|艾特|圈a|下划线|点");
  private static final Pattern ENDS_JOINING =
      Pattern.compile("(?i)(?<![a-z])(?:at|dot|point|underscore|@)[ ,.…-]*$");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9']+|[^\\p{ASCII}\\p{P}\\s]|@");
  private static final Set<String> HEARD =
      Set.of(
          "uh",
          "huh",
          "um",
          "hum",
          "hm",
          "mm",
          "hmm",
          "mhm",
          "mmhmm",
          "mmhm",
          "yeah",
          "yes",
          "yep",
          "yup",
          "okay",
          "ok",
          "right",
          "sure",
          "got",
          "it",
          "that",
          "go",
          "ahead",
          "on",
          "so",
          "and",
          "i",
          "see",
          "alright",
          "all",
          "great",
          "perfect",
          "thanks",
          "thank",
          "you",
          "keep",
          "going",
          "then",
          "one",
          "sec",
          "second",
          "moment",
          "sorry",
          "please",
          "copy",
          "good",
          "cool",
          "fine",
          "noted",
          "next",
          "correct",
          "i'm",
          "listening",
          "with",
          "is");
  private static final Pattern NUMBER =
      Pattern.compile("(?i)\\d+|%s|%s".formatted(NUMBER_WORD, CHINESE));
  private static final String HEARD_SIGNS = "嗯啊哦好对是的行您请继续讲说记着收到了呢然后谢下来可以没问题明白知道嘞呀吧我在听还有接再";

  private static final Pattern SENTENCE_END = Pattern.compile("[!?。！？;；\\n]");
  private static final Pattern SENTENCE_ENDS_AND_DIGITS = Pattern.compile("[!?。！？;；\\n\\d]");
  private static final Pattern ORDER_ASKED =
      Pattern.compile(
          "(?i)\\b(?:order|invoice|ticket|case|reference|tracking|serial|part|batch|quote|contract"
              + "|confirmation|booking)(?:'s)? (?:number|no\\b|id\\b|code)|\\breference\\b"
              + "|(?:which|what) (?:order|ticket|invoice|case)\\b"
              + "|订单|[工运]?单号|发票|编号|工单|批[次号]|型号|序列号|合同号|物料|快递");

  /** The words by which a number is known for what was asked for. */
  private static final Map<Cue, String> ASKED =
      Map.of(
          Cue.PHONE,
          "phone: ",
          Cue.CARD,
          "card: ",
          Cue.ID,
          "identity: ",
          Cue.BANK,
          "account number: ");

  private static final String ASKED_ADDRESS = "email: ";

  private final List<Said> turns;
  private final List<List<Span>> spans;
  private final List<List<SpokenRow>> explained;
  private final List<List<SpokenRow>> rows;

  private SpreadNumbers(List<Said> turns) {
    this.turns = turns;
    this.spans =
        Stream.<List<Span>>generate(ArrayList::new)
            .limit(turns.size())
            .collect(toCollection(ArrayList::new));
    this.explained = new ArrayList<>(Collections.nCopies(turns.size(), List.of()));
    this.rows = new ArrayList<>(Collections.nCopies(turns.size(), null));
  }

  /** For each turn what is masked in it, and which of its numbers are no phone. */
  static List<SpreadTurn> in(List<Said> turns) {
    SpreadNumbers numbers = new SpreadNumbers(turns);
    int at = 0;
    while (at < turns.size()) {
      at = numbers.take(at);
    }

    List<SpreadTurn> spread = new ArrayList<>(turns.size());
    for (int i = 0; i < turns.size(); i++) {
      spread.add(new SpreadTurn(numbers.spans.get(i), numbers.explained.get(i)));
    }

    return spread;
  }

  private record Piece(int turn, int start, int end, int joinedAt) {
    boolean touches(Span span) {
      return span.start() < joinedAt + end - start && span.end() > joinedAt;
    }
  }

  /** Takes the turns that belong together from here on, and says at which to go on. */
  private int take(int first) {
    String question = question(first);
    List<Integer> chain = new ArrayList<>(List.of(first));
    boolean isAddress = question.equals(ASKED_ADDRESS) || isAddressNamed(turns.get(first).text());
    boolean isGuessed = false;
    int last = first;
    while (true) {
      int next = next(last, false);
      if (next < 0 && isAddress && chain.size() < MOST_ADDRESS_TURNS && !isAddressTold(chain)) {
        next = next(last, true);
        isGuessed = true;
      }
      if (next < 0) {
        break;
      }
      chain.add(next);
      last = next;
    }

    if (isOrderAsked(first)) {
      explain(chain);
      return last + 1;
    }

    boolean isRead =
        chain.size() > 1
            || !question.isEmpty()
            || rows(first).stream().anyMatch(row -> row.digits().length() >= FEWEST_DIGITS);
    boolean isFound = isRead && mask(chain, question);
    return isGuessed && !isFound ? first + 1 : last + 1;
  }

  private boolean isOrderAsked(int first) {
    return first > 0
        && !isSameSpeaker(first - 1, first)
        && isNumber(first)
        && ORDER_ASKED.matcher(phraseBefore(first)).find();
  }

  private void explain(List<Integer> chain) {
    StringBuilder digits = new StringBuilder();
    for (int turn : chain) {
      rows(turn).forEach(row -> digits.append(row.digits()));
    }

    int last = chain.get(chain.size() - 1);
    for (int turn = chain.get(0); turn < Math.min(turns.size(), last + 1 + MOST_AFTER); turn++) {
      explained.set(
          turn, rows(turn).stream().filter(row -> digits.indexOf(row.digits()) >= 0).toList());
    }
  }

  private List<SpokenRow> rows(int turn) {
    if (rows.get(turn) == null) {
      Said said = turns.get(turn);
      rows.set(turn, SpokenRow.in(Passage.of(said.text(), said.language()).plain()));
    }

    return rows.get(turn);
  }

  private static boolean isAddressNamed(String text) {
    return EmailAddresses.isNamed(text, text.length(), LONGEST_CONTEXT);
  }

  private boolean isAddressTold(List<Integer> chain) {
    return chain.stream().anyMatch(turn -> SpokenAddresses.endsIn(turns.get(turn).text()));
  }

  private boolean mask(List<Integer> chain, String question) {
    StringBuilder joined = new StringBuilder(question);
    List<Piece> pieces = new ArrayList<>();
    for (int turn : chain) {
      String text = turns.get(turn).text();
      boolean isFirst = turn == chain.get(0);
      int start = isFirst ? 0 : headOf(text);
      int end = endOf(text, start);
      joined.append(joined.isEmpty() ? "" : " ");
      pieces.add(new Piece(turn, start, end, joined.length()));
      String said = text.substring(start, end);
      boolean isAnswer = isFirst && !question.isEmpty();
      joined.append(isAnswer ? SENTENCE_END.matcher(said).replaceAll(" ") : said);
    }

    Passage passage = Passage.of(joined.toString(), turns.get(chain.get(0)).language());
    boolean isFound = false;
    boolean isTold = chain.size() > 1 || !question.isEmpty();
    for (Span span : found(passage, isTold)) {
      List<Piece> touched = pieces.stream().filter(piece -> piece.touches(span)).toList();
      boolean isOver = touched.size() > 1;
      boolean isAnswered = !question.isEmpty() && span.start() >= question.length();
      if (isOver || (isAnswered && touched.size() == 1)) {
        touched.forEach(piece -> add(span, piece));
      }

      isFound |= !touched.isEmpty();
      maskRepeated(passage.plain().substring(span.start(), span.end()), span.type(), chain);
      if (isOver && span.type() == EMAIL) {
        touched.forEach(piece -> maskBetween(span, piece, chain));
      }
    }

    return isFound;
  }

  private static List<Span> found(Passage passage, boolean isTold) {
    List<Span> found = new ArrayList<>(EmailAddresses.in(passage));
    found.addAll(SpokenAddresses.in(passage));
    found.addAll(IdNumbers.in(passage));
    found.addAll(WrittenNumbers.in(passage));
    found.addAll(isTold ? SpokenNumbers.told(passage) : SpokenNumbers.in(passage));
    return found;
  }

  private void add(Span span, Piece piece) {
    int shift = piece.start() - piece.joinedAt();
    int start = Math.max(piece.start(), span.start() + shift);
    int end = Math.min(piece.end(), span.end() + shift);
    spans.get(piece.turn()).add(new Span(span.type(), start, end, span.rule() + ".over-turns"));
  }

  /** What the listener says again, between the parts and soon after them. */
  private void maskRepeated(String told, PersonalData type, List<Integer> chain) {
    int last = chain.get(chain.size() - 1);
    int until = Math.min(turns.size(), last + 1 + MOST_AFTER);
    if (type == EMAIL) {
      List<String> words = words(told);
      for (int turn = last + 1; turn < until; turn++) {
        maskWords(turn, words);
      }
      return;
    }

    StringBuilder digits = new StringBuilder();
    SpokenRow.in(told).forEach(row -> digits.append(row.digits()));
    Set<Integer> own = new HashSet<>(chain);
    for (int turn = chain.get(0) + 1; turn < until; turn++) {
      if (!own.contains(turn)) {
        int fewest = turn < last ? 1 : Math.min(FEWEST_REPEATED, digits.length());
        for (SpokenRow row : rows(turn)) {
          if (row.digits().length() >= fewest && digits.indexOf(row.digits()) >= 0) {
            spans.get(turn).add(new Span(type, row.start(), row.end(), repeatedRule(type)));
          }
        }
      }
    }
  }

  private static String repeatedRule(PersonalData type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".repeated.over-turns";
  }

  private void maskBetween(Span span, Piece piece, List<Integer> chain) {
    int shift = piece.start() - piece.joinedAt();
    int start = Math.max(piece.start(), span.start() + shift);
    int end = Math.min(piece.end(), span.end() + shift);
    List<String> words = words(turns.get(piece.turn()).text().substring(start, end));
    for (int turn = piece.turn() + 1; turn < chain.get(chain.size() - 1); turn++) {
      if (!isSameSpeaker(turn, piece.turn())) {
        maskWords(turn, words);
      }
    }
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.add(word.group());
    }

    return words;
  }

  private void maskWords(int turn, List<String> words) {
    String text = turns.get(turn).text();
    if (words.isEmpty() || text.length() > LONGEST_REPEATED) {
      return;
    }

    List<int[]> places = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      places.add(new int[] {word.start(), word.end()});
    }

    int at = Collections.indexOfSubList(words(text), words);
    if (at >= 0) {
      int end = places.get(at + words.size() - 1)[1];
      spans.get(turn).add(new Span(EMAIL, places.get(at)[0], end, repeatedRule(EMAIL)));
    }
  }

  /** The turn in which the speaker goes on, -1 where nobody does. */
  private int next(int last, boolean isAddress) {
    int next = last + 1;
    while (next < turns.size() && next - last <= MOST_BETWEEN && !isSameSpeaker(last, next)) {
      next++;
    }

    if (next >= turns.size() || !isSameSpeaker(last, next)) {
      return -1;
    }

    String said = turns.get(last).text();
    String text = turns.get(next).text();
    boolean goesOn = isAddress ? text.length() <= LONGEST_REPEATED : goesOn(said, text);
    boolean isListening =
        goesOn
            && turns.subList(last + 1, next).stream()
                .allMatch(turn -> isBackChannel(turn.text(), said));
    return isListening ? next : -1;
  }

  private static boolean goesOn(String before, String after) {
    int head = headOf(after);
    boolean begins = lookingAt(BEGINS, after, head);
    return (begins && endsWith(ENDS, before))
        || lookingAt(JOINS, after, head)
        || (mayEndJoining(before) && endsWith(ENDS_JOINING, before));
  }

  /** Most turns end otherwise, which their last letter tells. */
  private static boolean mayEndJoining(String text) {
    int last = text.length() - 1;
    while (last >= 0 && " ,.…-\r\n\u0085\u2028\u2029".indexOf(text.charAt(last)) >= 0) {
      last--;
    }

    return last >= 0 && "tTeE@".indexOf(text.charAt(last)) >= 0;
  }

  /** What another asked for just before, in the words by which a number is known; else nothing. */
  private String question(int turn) {
    if (turn == 0 || isSameSpeaker(turn - 1, turn)) {
      return "";
    }

    boolean isNumber = isNumber(turn);
    String before = turns.get(turn - 1).text();
    boolean isAddress = EmailAddresses.isNamed(before, before.length(), LONGEST_CONTEXT);
    if (!isNumber && !isAddress) {
      return "";
    }

    String phrase = phraseBefore(turn);
    String asked = isNumber ? ASKED.getOrDefault(Cue.last(phrase), "") : "";
    return asked.isEmpty() && isAddress ? ASKED_ADDRESS : asked;
  }

  private String phraseBefore(int turn) {
    String before = turns.get(turn - 1).text();
    String end = before.substring(Math.max(0, before.length() - LONGEST_CONTEXT));
    return SENTENCE_ENDS_AND_DIGITS.matcher(end).replaceAll(" ");
  }

  private boolean isNumber(int turn) {
    return rows(turn).stream().anyMatch(row -> row.start() <= LONGEST_LEAD);
  }

  private boolean isSameSpeaker(int one, int other) {
    return turns.get(one).speaker() != null
        && Objects.equals(turns.get(one).speaker(), turns.get(other).speaker());
  }

  /** Whether somebody only listens: nothing but "uh huh" and what was just said. */
  private static boolean isBackChannel(String text, String said) {
    if (text.length() > LONGEST_BACK_CHANNEL + said.length()) {
      return false;
    }

    Set<String> before = new HashSet<>(words(said));
    return words(text).stream()
        .allMatch(
            word ->
                before.contains(word)
                    || HEARD.contains(word)
                    || HEARD_SIGNS.contains(word)
                    || NUMBER.matcher(word).matches());
  }

  private static int headOf(String text) {
    Matcher fillers = FILLERS.matcher(text).region(0, Math.min(text.length(), LONGEST_CONTEXT));
    return fillers.lookingAt() ? fillers.end() : 0;
  }

  private static int endOf(String text, int start) {
    int end = text.length();
    while (end > start && " ,.，。…!?-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }

    return end;
  }

  private static boolean lookingAt(Pattern pattern, String text, int from) {
    return pattern.matcher(text).region(from, text.length()).lookingAt();
  }

  private static boolean endsWith(Pattern pattern, String text) {
    int from = Math.max(0, text.length() - 24);
    return pattern.matcher(text).region(from, text.length()).useTransparentBounds(true).find();
  }
}
