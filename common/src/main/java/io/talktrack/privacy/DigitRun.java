package io.talktrack.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits that stand close together: {@code +44 (0)20 7946-0018} has five.
 *
 * <p>Scanned by hand, because a regular expression would recurse once per group.
 */
record DigitRun(Passage passage, List<Group> groups) {
  private static final int WIDEST_GAP = 3;
  private static final String GAP_SIGNS = " .-()";

  /** Digits without anything between them. */
  record Group(int start, int end) {
    int size() {
      return end - start;
    }
  }

  static List<DigitRun> in(Passage passage) {
    List<DigitRun> runs = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    String text = passage.plain();
    int at = 0;
    while (at < text.length()) {
      if (!isDigit(text.charAt(at))) {
        at++;
        continue;
      }

      int end = at;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }

      if (!groups.isEmpty() && !isGap(text, groups.get(groups.size() - 1).end(), at)) {
        runs.add(new DigitRun(passage, List.copyOf(groups)));
        groups.clear();
      }

      groups.add(new Group(at, end));
      at = end;
    }

    if (!groups.isEmpty()) {
      runs.add(new DigitRun(passage, List.copyOf(groups)));
    }

    return runs;
  }

  /** The groups from {@code first} to {@code last} as one number. */
  WrittenNumber number(int first, int last) {
    StringBuilder digits = new StringBuilder();
    StringBuilder shape = new StringBuilder();
    for (Group group : groups.subList(first, last + 1)) {
      digits.append(passage.plain(), group.start(), group.end());
      shape.append(shape.isEmpty() ? "" : "-").append(group.size());
    }

    int start = groups.get(first).start();
    boolean hasPlus = passage.charAt(start - 1) == '+';
    boolean isOpened = passage.charAt(start - 1) == '(';
    int from = hasPlus || isOpened ? start - 1 : start;
    if (isOpened && passage.charAt(start - 2) == '+') {
      hasPlus = true;
      from = start - 2;
    }

    return new WrittenNumber(
        passage,
        digits.toString(),
        shape.toString(),
        from,
        groups.get(last).end(),
        hasPlus,
        first == 0 && last == groups.size() - 1);
  }

  /** How many digits there are from the group {@code first} to the group {@code last}. */
  int digits(int first, int last) {
    int digits = 0;
    for (Group group : groups.subList(first, last + 1)) {
      digits += group.size();
    }

    return digits;
  }

  boolean beginsAt(int group) {
    int start = groups.get(group).start();
    if (group > 0) {
      // digits told one by one begin at the first of them
      if (groups.get(group).size() == 1 && groups.get(group - 1).size() == 1) {
        return false;
      }

      return passage.plain().substring(groups.get(group - 1).end(), start).contains(" ");
    }

    int before = start - 1;
    while (before >= 0 && "+(".indexOf(passage.charAt(before)) >= 0) {
      before--;
    }

    char c = passage.charAt(before);
    if (isSign(c) || c == '_' || c == '#' || "$£€¥￥".indexOf(c) >= 0) {
      return false;
    }

    char beforeThat = passage.charAt(before - 1);
    boolean isTied = (c == '-' || c == '.' || c == ',') && isSign(beforeThat);
    boolean isPath = c == '/' && isSign(beforeThat) && !isDigit(beforeThat);
    return !isTied && !isPath;
  }

  boolean endsAt(int group) {
    int end = groups.get(group).end();
    if (group < groups.size() - 1) {
      return passage.plain().substring(end, groups.get(group + 1).start()).contains(" ");
    }

    char c = passage.charAt(end);
    char next = passage.charAt(end + 1);
    boolean goesOn = (c == ',' || c == ':' || c == '-') && isSign(next);
    return (!goesOn || passage.cueAfter(end) == Cue.PHONE)
        && c != '%'
        && c != '_'
        && (!isSign(c) || isExtension(c, next));
  }

  private static boolean isExtension(char c, char next) {
    return (c == 'x' || c == 'X') && isDigit(next);
  }

  private static boolean isGap(String text, int from, int to) {
    return to - from <= WIDEST_GAP
        && text.substring(from, to).chars().allMatch(c -> GAP_SIGNS.indexOf(c) >= 0);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSign(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }
}
