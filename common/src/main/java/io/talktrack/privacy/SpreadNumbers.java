package io.talktrack.privacy;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds numbers and mailboxes that one speaker tells over several turns, with the other's "uh huh"
 * between, and numbers that only the question before them explains.
 */
final class SpreadNumbers {
  private static final int LONGEST_CONTEXT = 60;
  private static final int MOST_BETWEEN = 3;
  private static final int LONGEST_BACK_CHANNEL = 80;

  private static final String NUMBER_WORD =
      "(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w{3,5}teen"
          + "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|double|triple|treble|plus)";
  private static final String LINK_WORD = "(?:at|dot|point|underscore|dash|hyphen)";
  private static final String CHINESE = "[零〇洞幺一二三四五六七八九拐两点]";
  private static final Pattern FILLERS =
      Pattern.compile(
          "(?i)(?:[ ,.，。…-]|(?:um|uh|er|and|then|so|yeah|yes|yep|okay|ok|right|it's|that's|is|then it's)(?![a-z])"
              + "|嗯|呃|啊|然后|后面是?|对|好)*+");
  private static final Pattern BEGINS =
      Pattern.compile(
          "(?i)(?:[+(]?\\d|%s(?![a-z])|%s(?![a-z])|@|[a-z0-9](?![a-z0-9'])|%s|艾特|圈a)"
              .formatted(NUMBER_WORD, LINK_WORD, CHINESE));
  private static final Pattern ENDS =
      Pattern.compile(
          "(?i)(?:\\d|(?<![a-z])%s|(?<![a-z])%s|@|(?<![a-z0-9'])[a-z0-9]|%s)[ ,.，。…!?-]*$"
              .formatted(NUMBER_WORD, LINK_WORD, CHINESE));
  private static final Pattern JOINS =
      Pattern.compile("(?i)(?:at|dot|point|underscore|@)(?![a-z])|艾特|点");
  private static final Pattern ENDS_JOINING =
      Pattern.compile("(?i)(?<![a-z])(?:at|dot|point|underscore|@)[ ,.…-]*$");
  private static final Pattern DIGITS_SAID =
      Pattern.compile(
          "(?i)(?<![a-z0-9])(?:\\d+|%1$s)(?:[ ,.-]{1,3}(?:\\d+|%1$s))*(?![a-z0-9])|%2$s{2,}"
              .formatted(NUMBER_WORD, CHINESE));
  private static final Pattern BACK_CHANNEL =
      Pattern.compile(
          ("(?i)(?:[ ,.，。…!?？！-]|(?:uh|huh|um|hum|mm|hmm|mhm|mmhmm|yeah|yes|yep|yup|okay|ok|right|sure|got|it|that|go|ahead"
                  + "|on|so|and|i|see|alright|all|great|perfect|thanks|keep|going|then|one|sec|second|moment|sorry|please|copy|%s)(?![a-z])"
                  + "|\\d+|[嗯啊哦好对是的行您请继续讲说记着收到了呢]|%s)*+")
              .formatted(NUMBER_WORD, CHINESE));

  private static final Pattern SENTENCE_ENDS_AND_DIGITS = Pattern.compile("[!?。！？;；\\n\\d]");

  private final List<Said> turns;
  private final List<List<Span>> spans;

  private SpreadNumbers(List<Said> turns) {
    this.turns = turns;
    this.spans =
        Stream.<List<Span>>generate(ArrayList::new)
            .limit(turns.size())
            .collect(toCollection(ArrayList::new));
  }

  /** For each turn what is masked in it. */
  static List<List<Span>> in(List<Said> turns) {
    SpreadNumbers numbers = new SpreadNumbers(turns);
    int at = 0;
    while (at < turns.size()) {
      at = numbers.take(at);
    }

    return numbers.spans;
  }

  private record Piece(int turn, int start, int end, int joinedAt) {}

  /** Takes the turns that belong together from here on, and says at which to go on. */
  private int take(int first) {
    List<Integer> chain = new ArrayList<>(List.of(first));
    int last = first;
    int next = next(last);
    while (next > 0) {
      chain.add(next);
      last = next;
      next = next(last);
    }

    String question = begins(first) ? question(first) : "";
    if (chain.size() > 1 || !question.isEmpty()) {
      mask(chain, question);
    }

    return last + 1;
  }

  private void mask(List<Integer> chain, String question) {
    StringBuilder joined = new StringBuilder(question);
    List<Piece> pieces = new ArrayList<>();
    for (int turn : chain) {
      String text = turns.get(turn).text();
      int start = turn == chain.get(0) ? 0 : headOf(text);
      int end = endOf(text, start);
      joined.append(joined.isEmpty() ? "" : " ");
      pieces.add(new Piece(turn, start, end, joined.length()));
      joined.append(text, start, end);
    }

    Passage passage = Passage.of(joined.toString(), turns.get(chain.get(0)).language());
    boolean isFound = false;
    for (Span span : found(passage)) {
      List<Piece> touched =
          pieces.stream()
              .filter(
                  piece ->
                      span.start() < piece.joinedAt() + piece.end() - piece.start()
                          && span.end() > piece.joinedAt())
              .toList();
      boolean isAnswered = !question.isEmpty() && span.start() >= question.length();
      if (touched.size() > 1 || (isAnswered && touched.size() == 1)) {
        touched.forEach(piece -> add(span, piece));
        isFound |= touched.size() > 1;
      }
    }

    if (isFound) {
      maskRepeated(chain);
    }
  }

  private static List<Span> found(Passage passage) {
    List<Span> found = new ArrayList<>(EmailAddresses.in(passage));
    found.addAll(WrittenNumbers.in(passage));
    found.addAll(SpokenNumbers.in(passage));
    found.addAll(ChineseSpokenNumbers.in(passage));
    return found;
  }

  private void add(Span span, Piece piece) {
    int shift = piece.start() - piece.joinedAt();
    int start = Math.max(piece.start(), span.start() + shift);
    int end = Math.min(piece.end(), span.end() + shift);
    spans.get(piece.turn()).add(new Span(span.type(), start, end, span.rule() + ".over-turns"));
  }

  /** What the listener says again between the parts. */
  private void maskRepeated(List<Integer> chain) {
    for (int turn = chain.get(0) + 1; turn < chain.get(chain.size() - 1); turn++) {
      if (!chain.contains(turn)) {
        Matcher digits = DIGITS_SAID.matcher(turns.get(turn).text());
        while (digits.find()) {
          spans
              .get(turn)
              .add(
                  new Span(
                      PersonalData.PHONE,
                      digits.start(),
                      digits.end(),
                      "phone.repeated.over-turns"));
        }
      }
    }
  }

  /** The turn in which the speaker goes on, -1 where nobody does. */
  private int next(int last) {
    int next = last + 1;
    while (next < turns.size() && next - last <= MOST_BETWEEN && !isSameSpeaker(last, next)) {
      if (!isBackChannel(turns.get(next).text())) {
        return -1;
      }

      next++;
    }

    boolean isSame = next < turns.size() && isSameSpeaker(last, next);
    return isSame && goesOn(turns.get(last).text(), turns.get(next).text()) ? next : -1;
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

  private boolean begins(int turn) {
    String text = turns.get(turn).text();
    return lookingAt(BEGINS, text, headOf(text));
  }

  /** The end of what another said just before, if it asks for a number, as one phrase. */
  private String question(int turn) {
    if (turn == 0 || isSameSpeaker(turn - 1, turn)) {
      return "";
    }

    String before = turns.get(turn - 1).text();
    String end = before.substring(Math.max(0, before.length() - LONGEST_CONTEXT));
    String phrase = SENTENCE_ENDS_AND_DIGITS.matcher(end).replaceAll(" ");
    Cue cue = Cue.last(phrase);
    return cue == Cue.NONE || cue == Cue.ORDER ? "" : phrase.stripTrailing() + ": ";
  }

  private boolean isSameSpeaker(int one, int other) {
    return turns.get(one).speaker() != null
        && Objects.equals(turns.get(one).speaker(), turns.get(other).speaker());
  }

  private static boolean isBackChannel(String text) {
    return text.length() <= LONGEST_BACK_CHANNEL && BACK_CHANNEL.matcher(text).matches();
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
