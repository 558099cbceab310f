package io.talktrack.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digits that are told one after another, in words or numerals: {@code oh seven seven, uh, 9 double
 * oh}, {@code 幺三八，那个，三个八}.
 *
 * @param digits what was meant: where a speaker began a group again, only the second time counts
 * @param isSaid whether the words show that digits were told, not amounts
 * @param isWritten whether it stands as numbers are written, so that other rules see it
 */
record SpokenRow(
    String digits, int start, int end, boolean hasPlus, boolean isSaid, boolean isWritten) {

  static List<SpokenRow> in(String text) {
    Reader reader = new Reader(text);
    reader.read();
    return reader.rows;
  }

  private record Entry(String digits, int start, int end, Kind kind) {}

  private enum Kind {
    NUMERAL,
    WORD,
    TENS,
    SIGN
  }

  private static final class Reader {
    private static final int WIDEST_GAP = 5;
    private static final int MOST_FILLERS = 4;
    private static final int LONGEST_REPAIR = 4;
    private static final int FEWEST_WORDS = 2;
    private static final int FEWEST_SIGNS = 4;
    private static final int FEWEST_SINGLE = 5;
    private static final int RESIDENT_DIGITS = 17;
    private static final int LONGEST_WORD = 9;

    /** What a word of a number begins with. */
    private static final String FIRST = "zontfsedpZONTFSEDP";

    private static final String GAPS = " ,.…-()、";
    private static final String SIGNS = "零〇洞幺一壹二贰三叁四肆五伍六陆七柒拐八捌九玖";
    private static final String SIGN_DIGITS = "00011122334455667778899";
    private static final String COUNTS = "两三四五六";
    private static final Map<String, String> DIGITS =
        Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("oh", "0"),
            Map.entry("o", "0"),
            Map.entry("nought", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"));
    private static final List<String> TEENS =
        List.of(
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
        List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, Integer> REPEATS =
        Map.of("double", 2, "triple", 3, "treble", 3);

    private static final Set<String> REPAIRS =
        Set.of("sorry", "wait", "actually", "mean", "no", "scratch");
    private static final Set<String> FILLERS =
        Set.of(
            "uh", "uhm", "um", "er", "erm", "ah", "eh", "hm", "hmm", "mm", "let", "lets", "me",
            "see", "hold", "on", "i", "then", "well", "dash", "hyphen");
    private static final Pattern CHINESE_REPAIR = Pattern.compile("不对|不是|错了|说错了");
    private static final Pattern CHINESE_FILLER =
        Pattern.compile("[呃嗯啊哦额]|那个|就是|我看看|看看|等一下|等等|然后|后面是?|接着|再|是");

    /** What is measured, after which the number before was no part of what was told. */
    private static final Set<String> UNITS =
        Set.of(
            "percent",
            "per",
            "point",
            "dollars",
            "dollar",
            "bucks",
            "euros",
            "pounds",
            "cents",
            "o'clock",
            "am",
            "pm",
            "thousand",
            "million",
            "billion",
            "grand",
            "k",
            "seats",
            "units",
            "users",
            "people",
            "minutes",
            "hours",
            "days",
            "weeks",
            "months",
            "years",
            "licenses",
            "agents",
            "calls",
            "pieces",
            "of",
            "st",
            "nd",
            "rd",
            "th",
            "or");

    private static final String CHINESE_UNITS = "年月日号点块元个千百十万亿台套箱件人通分秒米折成家位天周%";
    private static final int LONGEST_MEASURED = 6;
    private static final Pattern AMOUNT =
        Pattern.compile(
            "\\d{1,3}(?:,\\d{3})+(?![\\d]|,\\d)(?:\\.\\d+)?|\\d+\\.\\d+(?:\\.\\d+)*|\\d+:\\d+"
                + "|\\d{4}-\\d{1,2}-\\d{1,2}(?![\\d-])|\\d+/\\d+(?:/\\d+)?");

    private final String text;
    private final List<SpokenRow> rows = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> repairs = new ArrayList<>();
    private int plusAt = -1;
    private int repeats;
    private int repeat = 1;
    private int repeatStart = -1;
    private int fillers;
    private int gap;
    private boolean isApart;

    Reader(String text) {
      this.text = text;
    }

    void read() {
      int at = 0;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (GAPS.indexOf(c) >= 0) {
          isApart |= c == ',' || c == '…' || c == '、';
          gap++;
          if (gap > WIDEST_GAP) {
            finish("");
          }
          at++;
        } else if (isNumeral(c)) {
          at = numeral(at);
        } else if (isLatin(c)) {
          at = word(at);
        } else if (c == '+') {
          finish("");
          plusAt = at;
          at++;
        } else {
          at = chinese(at);
        }
      }

      finish("");
    }

    private int numeral(int at) {
      Matcher amount = AMOUNT.matcher(text).region(at, text.length());
      boolean isPriced = at > 0 && "$€£¥￥#".indexOf(text.charAt(at - 1)) >= 0;
      int end = at;
      while (end < text.length() && isNumeral(text.charAt(end))) {
        end++;
      }
      boolean isInWord =
          (at > 0 && isLatin(text.charAt(at - 1)))
              || (end < text.length() && isLatin(text.charAt(end)) && !isLastSign(at, end));
      if (amount.lookingAt() && !isDotted(amount.end())) {
        finish("");
        return amount.end();
      }
      if (isPriced || isInWord) {
        finish("");
        return end;
      }
      take(text.substring(at, end).repeat(repeat), at, end, Kind.NUMERAL);
      return end;
    }

    /** Four groups or a long first one: a phone's form, not a version's or an amount's. */
    private boolean isDotted(int end) {
      return end + 1 < text.length() && text.charAt(end) == '.' && isNumeral(text.charAt(end + 1));
    }

    private boolean isLastSign(int at, int end) {
      boolean isX = "xX".indexOf(text.charAt(end)) >= 0;
      boolean isAlone = end + 1 == text.length() || !isLatin(text.charAt(end + 1));
      return isX && isAlone && meant().length() + end - at == RESIDENT_DIGITS;
    }

    private int word(int at) {
      int end = at;
      while (end < text.length() && (isLatin(text.charAt(end)) || text.charAt(end) == '\'')) {
        end++;
      }
      if (entries.isEmpty() && (end - at > LONGEST_WORD || FIRST.indexOf(text.charAt(at)) < 0)) {
        finish("");
        return end;
      }

      String word = text.substring(at, end).toLowerCase(Locale.ROOT);
      boolean isBeside = end < text.length() && isNumeral(text.charAt(end));
      if (word.equals("x") && meant().length() == RESIDENT_DIGITS) {
        take("X", at, end, Kind.NUMERAL);
      } else if (isBeside && DIGITS.containsKey(word)) {
        finish("");
      } else if (DIGITS.containsKey(word)) {
        digit(DIGITS.get(word), at, end);
      } else if (TEENS.contains(word)) {
        take("1" + TEENS.indexOf(word), at, end, Kind.WORD);
      } else if (TENS.contains(word)) {
        take(TENS.indexOf(word) + 2 + "0", at, end, Kind.TENS);
      } else if (REPEATS.containsKey(word)) {
        repeat = REPEATS.get(word);
        repeatStart = at;
        repeats++;
        gap = 0;
      } else if (word.equals("hundred") && mayBeHundred()) {
        take("00", at, end, Kind.WORD);
      } else if (word.equals("plus")) {
        finish("");
        plusAt = at;
      } else if (REPAIRS.contains(word)) {
        repair();
      } else if (FILLERS.contains(word)) {
        filler();
      } else {
        finish(word);
      }
      return end;
    }

    private void digit(String digit, int at, int end) {
      Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
      boolean isOnes =
          last != null
              && last.kind() == Kind.TENS
              && at - last.end() <= 1
              && repeat == 1
              && !digit.equals("0");
      if (isOnes) {
        String tens = last.digits().substring(0, 1);
        entries.set(entries.size() - 1, new Entry(tens + digit, last.start(), end, Kind.WORD));
        gap = 0;
      } else {
        take(digit.repeat(repeat), at, end, Kind.WORD);
      }
    }

    private boolean mayBeHundred() {
      return !entries.isEmpty() && entries.get(entries.size() - 1).kind() == Kind.WORD;
    }

    private int chinese(int at) {
      char c = text.charAt(at);
      boolean isRepeated =
          COUNTS.indexOf(c == '二' ? '两' : c) >= 0
              && at + 2 < text.length()
              && text.charAt(at + 1) == '个'
              && sign(text.charAt(at + 2)) != null;
      if (isRepeated) {
        int times = COUNTS.indexOf(c == '二' ? '两' : c) + 2;
        take(sign(text.charAt(at + 2)).repeat(times), at, at + 3, Kind.SIGN);
        return at + 3;
      }
      if (sign(c) != null) {
        take(sign(c), at, at + 1, Kind.SIGN);
        return at + 1;
      }
      if (c == '叉' && meant().length() == RESIDENT_DIGITS) {
        take("X", at, at + 1, Kind.SIGN);
        return at + 1;
      }
      if (!entries.isEmpty()) {
        Matcher repair = CHINESE_REPAIR.matcher(text).region(at, text.length());
        if (repair.lookingAt()) {
          repair();
          return repair.end();
        }
        Matcher filler = CHINESE_FILLER.matcher(text).region(at, text.length());
        if (filler.lookingAt()) {
          filler();
          return filler.end();
        }
      }
      finish(String.valueOf(c));
      return at + 1;
    }

    private static String sign(char c) {
      int at = SIGNS.indexOf(c);
      if (at >= 0) {
        return SIGN_DIGITS.substring(at, at + 1);
      }
      return isNumeral(c) ? String.valueOf(c) : null;
    }

    private void repair() {
      if (!entries.isEmpty()) {
        repairs.add(digits().length());
        filler();
      }
    }

    private void filler() {
      gap = 0;
      isApart = true;
      fillers++;
      if (fillers > MOST_FILLERS) {
        finish("");
      }
    }

    private void take(String digits, int at, int end, Kind kind) {
      entries.add(new Entry(digits, repeatStart < 0 ? at : repeatStart, end, kind));
      repeat = 1;
      repeatStart = -1;
      gap = 0;
      fillers = 0;
    }

    private String digits() {
      StringBuilder digits = new StringBuilder();
      entries.forEach(entry -> digits.append(entry.digits()));
      return digits.toString();
    }

    /**
     * @param after the word or sign that follows
     */
    private void finish(String after) {
      if (!entries.isEmpty()) {
        boolean isMeasured = fillers == 0 && (UNITS.contains(after) || isChineseUnit(after));
        if (isMeasured) {
          dropLast();
        }
        add();
      }

      entries.clear();
      repairs.clear();
      plusAt = -1;
      repeats = 0;
      repeat = 1;
      repeatStart = -1;
      fillers = 0;
      gap = 0;
      isApart = false;
    }

    private boolean isChineseUnit(String after) {
      return gap == 0 && after.length() == 1 && CHINESE_UNITS.contains(after);
    }

    private void dropLast() {
      int first = entries.size() - 1;
      while (first > 0
          && entries.get(first).start() == entries.get(first - 1).end()
          && entries.get(first).kind() == Kind.SIGN) {
        first--;
      }
      if (entries.size() - first <= LONGEST_MEASURED) {
        entries.subList(first, entries.size()).clear();
      }
    }

    private void add() {
      if (entries.isEmpty()) {
        return;
      }
      long words =
          repeats
              + entries.stream()
                  .filter(e -> e.kind() == Kind.WORD || e.kind() == Kind.TENS)
                  .count();
      long signs = entries.stream().filter(e -> e.kind() == Kind.SIGN).count();
      long single =
          entries.stream()
              .filter(e -> e.kind() == Kind.NUMERAL && e.digits().length() == 1)
              .count();
      boolean isOneByOne = single >= FEWEST_SINGLE && single * 2 > entries.size();
      rows.add(
          new SpokenRow(
              meant(),
              plusAt < 0 ? entries.get(0).start() : plusAt,
              entries.get(entries.size() - 1).end(),
              plusAt >= 0,
              words >= FEWEST_WORDS || signs >= FEWEST_SIGNS || isOneByOne,
              words + signs == 0 && !isApart && !isOneByOne));
    }

    private String meant() {
      StringBuilder digits = new StringBuilder(digits());
      for (int i = repairs.size() - 1; i >= 0; i--) {
        int at = Math.min(repairs.get(i), digits.length());
        for (int size = Math.min(LONGEST_REPAIR, at); size > 0; size--) {
          boolean isAgain =
              at + size <= digits.length()
                  && digits.substring(at - size, at).equals(digits.substring(at, at + size));
          if (isAgain) {
            digits.delete(at - size, at);
            break;
          }
        }
      }
      return digits.toString();
    }

    private static boolean isNumeral(char c) {
      return c >= '0' && c <= '9';
    }

    private static boolean isLatin(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
  }
}
