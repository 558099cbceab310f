package io.talktrack.tracker;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a definition file, without regard to case. It may not look around, refer
 * back or repeat what repeats, and is given up where a text still costs it too many steps.
 */
public final class TurnPattern implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 200;
  private static final int MOST_STEPS = 2_000_000;

  // it would be tried anew from each sign to the end of the turn
  private static final Pattern BEGINS_WITH_ANYTHING =
      Pattern.compile("^\\^?(?:\\((?:\\?:)?)*\\.[*+{]");

  private final String tracker;
  private final Pattern pattern;

  /** A match: a half-open span in code points. */
  public record Span(int start, int end) {
    /** Whether it shares a code point with another span. */
    public boolean overlaps(int otherStart, int otherEnd) {
      return start < otherEnd && otherStart < end;
    }
  }

  /**
   * @param tracker who is named if the pattern has to be given up
   */
  public TurnPattern(String tracker, String expression) {
    this.tracker = tracker;
    this.pattern = compiled(expression);
  }

  /** What to write instead of an expression that cannot be used; empty where it can. */
  public static Optional<String> problem(String expression) {
    if (expression.length() > LONGEST) {
      return Optional.of("write at most %d characters".formatted(LONGEST));
    }

    Pattern compiled;
    try {
      compiled = compiled(expression);
    } catch (PatternSyntaxException e) {
      return Optional.of(
          "write a regular expression of Java: %s at sign %d"
              .formatted(e.getDescription().lines().findFirst().orElse(""), e.getIndex() + 1));
    }

    if (BEGINS_WITH_ANYTHING.matcher(expression).find()) {
      return Optional.of(
          "write it without the repeated dot in front: a pattern is found anywhere in a turn");
    }

    Optional<String> shape = new Shape(expression).problem();
    if (shape.isEmpty() && compiled.matcher("").find()) {
      return Optional.of("write one that needs at least a sign: this one matches nothing");
    }
    return shape;
  }

  /** All matches, from left to right. */
  public List<Span> in(String text) {
    Matcher matcher = pattern.matcher(new Counted(text));
    List<Span> spans = new ArrayList<>();
    while (matcher.find()) {
      if (matcher.start() < matcher.end()) {
        spans.add(
            new Span(
                text.codePointCount(0, matcher.start()), text.codePointCount(0, matcher.end())));
      }
    }
    return spans;
  }

  private static Pattern compiled(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** A text that lets itself be read so often and no more. */
  private final class Counted implements CharSequence {
    private final String text;
    private int steps;

    private Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      steps++;
      if (steps > MOST_STEPS) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Cannot look for a pattern of tracker '%s': one turn costs it more than %,d steps. Write it with fewer repetitions, or shorter ones such as {0,20}.",
                tracker,
                MOST_STEPS));
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Reads an expression that compiles, sign by sign. */
  private static final class Shape {
    private final String expression;
    private final Deque<Boolean> groupsThatVary = new ArrayDeque<>();
    private int at;

    private Shape(String expression) {
      this.expression = expression;
    }

    Optional<String> problem() {
      groupsThatVary.push(false);
      while (at < expression.length()) {
        Optional<String> problem =
            switch (expression.charAt(at)) {
              case '\\' -> escape();
              case '[' -> signs();
              case '(' -> opened();
              case ')' -> closed();
              case '*', '+', '?', '{', '|' -> varies();
              default -> next(1);
            };
        if (problem.isPresent()) {
          return problem;
        }
      }
      return Optional.empty();
    }

    private Optional<String> escape() {
      char escaped = at + 1 < expression.length() ? expression.charAt(at + 1) : ' ';
      if (escaped == 'k' || (escaped >= '1' && escaped <= '9')) {
        return Optional.of("write it without reference back to a group");
      }
      if (escaped == 'Q') {
        return Optional.of("write \\ before each sign instead of \\Q");
      }
      boolean isNamed = at + 2 < expression.length() && expression.charAt(at + 2) == '{';
      int named = isNamed && "pPxN".indexOf(escaped) >= 0 ? expression.indexOf('}', at) : -1;
      return next(Math.max(2, named + 1 - at));
    }

    private Optional<String> signs() {
      int open = 0;
      do {
        char sign = expression.charAt(at);
        open += sign == '[' ? 1 : sign == ']' ? -1 : 0;
        at += sign == '\\' ? 2 : 1;
      } while (open > 0 && at < expression.length());
      return Optional.empty();
    }

    private Optional<String> opened() {
      groupsThatVary.push(false);
      for (String look : List.of("(?=", "(?!", "(?<=", "(?<!")) {
        if (expression.startsWith(look, at)) {
          return Optional.of("write it without looking around (" + look + "...)");
        }
      }
      boolean isSpecial = expression.startsWith("(?", at);
      return next(isSpecial ? 2 : 1);
    }

    private Optional<String> closed() {
      if (groupsThatVary.size() == 1) {
        return Optional.of("write \\ before a bracket that is meant itself");
      }
      boolean doesVary = groupsThatVary.pop();
      at++;
      boolean isRepeated = at < expression.length() && "*+{".indexOf(expression.charAt(at)) >= 0;
      if (doesVary && isRepeated) {
        return Optional.of("write it without repeating a group that holds |, ?, *, + or {}");
      }
      if (doesVary) {
        outerVaries();
      }
      return Optional.empty();
    }

    private Optional<String> varies() {
      outerVaries();
      return next(1);
    }

    private void outerVaries() {
      groupsThatVary.pop();
      groupsThatVary.push(true);
    }

    private Optional<String> next(int signs) {
      at += signs;
      return Optional.empty();
    }
  }
}
