package io.talktrack.privacy;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds numbers that are spoken in English: {@code oh seven seven double oh nine hundred …}. */
final class SpokenNumbers {
  private static final int LONGEST_WORD = 12;
  private static final int LONGEST_DIGITS = 4;

  /** What a word of a number begins with. */
  private static final String FIRST_SIGNS = "+0123456789defhnopstzDEFHNOPSTZ";

  private static final Pattern GAP = Pattern.compile("[ ,-]*");
  private static final Map<String, String> DIGITS =
      Map.ofEntries(
          entry("zero", "0"),
          entry("oh", "0"),
          entry("o", "0"),
          entry("nought", "0"),
          entry("one", "1"),
          entry("two", "2"),
          entry("three", "3"),
          entry("four", "4"),
          entry("five", "5"),
          entry("six", "6"),
          entry("seven", "7"),
          entry("eight", "8"),
          entry("nine", "9"));
  private static final Map<String, String> TEENS =
      Map.ofEntries(
          entry("ten", "10"),
          entry("eleven", "11"),
          entry("twelve", "12"),
          entry("thirteen", "13"),
          entry("fourteen", "14"),
          entry("fifteen", "15"),
          entry("sixteen", "16"),
          entry("seventeen", "17"),
          entry("eighteen", "18"),
          entry("nineteen", "19"));
  private static final Map<String, String> TENS =
      Map.of(
          "twenty", "2",
          "thirty", "3",
          "forty", "4",
          "fifty", "5",
          "sixty", "6",
          "seventy", "7",
          "eighty", "8",
          "ninety", "9");
  private static final Map<String, Integer> REPEATS = Map.of("double", 2, "triple", 3, "treble", 3);
  private static final int FEWEST_WORDS = 2;
  private static final int WIDEST_GAP = 3;

  private final Passage passage;
  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder digits = new StringBuilder();
  private int start = -1;
  private int end;
  private int words;
  private int repeat = 1;
  private boolean isAfterTens;
  private boolean hasPlus;

  private SpokenNumbers(Passage passage) {
    this.passage = passage;
  }

  static List<Span> in(Passage passage) {
    SpokenNumbers numbers = new SpokenNumbers(passage);
    String text = passage.plain();
    int at = 0;
    while (at < text.length()) {
      int end = tokenEnd(text, at);
      if (end > at) {
        numbers.takeToken(text, at, end);
      }

      at = Math.max(at + 1, end);
    }

    numbers.finish();
    return numbers.spans;
  }

  /** The end of the letters, digits or plus that begin here; the place itself where none do. */
  private static int tokenEnd(String text, int at) {
    char first = text.charAt(at);
    if (first == '+') {
      return at + 1;
    }

    boolean isWord = isLetter(first);
    if (!isWord && !isDigit(first)) {
      return at;
    }

    int longest = Math.min(text.length(), at + (isWord ? LONGEST_WORD : LONGEST_DIGITS));
    int end = at + 1;
    while (end < longest && (isWord ? isLetter(text.charAt(end)) : isDigit(text.charAt(end)))) {
      end++;
    }

    return end;
  }

  private void takeToken(String text, int from, int to) {
    if (FIRST_SIGNS.indexOf(text.charAt(from)) < 0) {
      finish();
    } else {
      take(text.substring(from, to).toLowerCase(Locale.ROOT), from, to);
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void take(String token, int from, int to) {
    if (start >= 0 && !isClose(from)) {
      finish();
    }

    boolean isTaken = Character.isDigit(token.charAt(0)) ? takeDigits(token) : takeWord(token);
    if (!isTaken) {
      finish();
      return;
    }

    start = start < 0 ? from : start;
    end = to;
  }

  private boolean isClose(int from) {
    return from - end <= WIDEST_GAP && GAP.matcher(passage.plain().substring(end, from)).matches();
  }

  private boolean takeWord(String token) {
    if (token.equals("plus") || token.equals("+")) {
      finish();
      hasPlus = true;
      return true;
    }

    if (REPEATS.containsKey(token)) {
      repeat = REPEATS.get(token);
      words++;
      return true;
    }

    if (token.equals("hundred") && !digits.isEmpty() && !isAfterTens) {
      append("00");
      return true;
    }

    if (TENS.containsKey(token)) {
      append(TENS.get(token) + "0");
      isAfterTens = true;
      return true;
    }

    if (TEENS.containsKey(token)) {
      append(TEENS.get(token));
      return true;
    }

    String digit = DIGITS.get(token);
    if (digit == null) {
      return false;
    }

    if (isAfterTens && !digit.equals("0")) {
      digits.setLength(digits.length() - 1);
    }

    append(digit.repeat(repeat));
    return true;
  }

  private boolean takeDigits(String token) {
    append(token.repeat(repeat));
    words--;
    return true;
  }

  private void append(String more) {
    digits.append(more);
    words++;
    repeat = 1;
    isAfterTens = false;
  }

  private void finish() {
    if (words >= FEWEST_WORDS) {
      Span span = SpokenDigits.span(passage, digits.toString(), start, end, hasPlus);
      if (span != null) {
        spans.add(span);
      }
    }

    digits.setLength(0);
    start = -1;
    words = 0;
    repeat = 1;
    isAfterTens = false;
    hasPlus = false;
  }
}
