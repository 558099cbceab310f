package io.talktrack.transcript;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which of a file's {@code Name: text} beginnings are speakers. One line cannot tell a name from
 * "Note:", so the whole file decides: speakers come back, and stand before most lines or take
 * turns.
 */
final class SpeakerLabels {
  /** A line's possible speaker and what follows the colon. */
  record Labelled(String name, String text) {}

  private static final int MOST_WORDS = 5;
  private static final int MOST_CHARACTERS = 60;
  private static final String NEVER_IN_A_NAME = "?!;\"<>{}=。，！？；“”…\n\t";

  private static final String NOBODY = "";

  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> recurring = new HashSet<>();
  private final boolean beforeNearlyAll;
  private final boolean beforeMostLines;
  private final boolean takingTurns;
  private final boolean onlyAtChanges;

  private SpeakerLabels(List<String> texts) {
    List<String> names =
        texts.stream()
            .filter(text -> !text.isBlank())
            .map(text -> candidate(text).map(Labelled::name).orElse(NOBODY))
            .toList();
    List<String> labels = names.stream().filter(name -> !name.equals(NOBODY)).toList();
    labels.forEach(name -> counts.merge(name, 1, Integer::sum));
    long repeated = labels.stream().filter(name -> counts.get(name) > 1).count();
    labels.stream()
        .filter(name -> counts.get(name) > 1 && looksLikeName(name))
        .forEach(recurring::add);

    this.beforeMostLines =
        repeated > 0 && repeated * 2 >= labels.size() && isShare(labels, names, 60);
    this.beforeNearlyAll = beforeMostLines && isShare(labels, names, 95);
    this.takingTurns = recurring.size() > 1 && alternate(labels);
    this.onlyAtChanges = !isShare(labels, names, 80) && neverTwiceInARow(names);
  }

  private static boolean isShare(List<String> part, List<String> whole, int percent) {
    return part.size() * 100L >= (long) whole.size() * percent;
  }

  static SpeakerLabels of(List<String> texts) {
    return new SpeakerLabels(texts);
  }

  /** Whether the file names its speakers at all. */
  boolean found() {
    return beforeMostLines || takingTurns;
  }

  /** Whether a name stands only where the speaker changes, so that it holds until the next. */
  boolean holdUntilNext() {
    return found() && onlyAtChanges;
  }

  Optional<Labelled> split(String text) {
    return candidate(text).filter(labelled -> isSpeaker(labelled.name()));
  }

  private boolean isSpeaker(String name) {
    if (recurring.contains(name)) {
      return found();
    }
    if (beforeMostLines) {
      return beforeNearlyAll || counts.getOrDefault(name, 0) > 1 || looksLikeName(name);
    }

    // who speaks once among known speakers: two words or more, or "Speaker 3"
    return takingTurns && looksLikeName(name) && name.indexOf(' ') > 0;
  }

  /** Speakers answer each other; "Note:" follows "Note:". */
  private boolean alternate(List<String> labels) {
    List<String> speakers = labels.stream().filter(recurring::contains).toList();
    long changes = changes(speakers);
    return changes > 1 && changes * 2 >= speakers.size() - 1;
  }

  private static long changes(List<String> names) {
    return IntStream.range(1, names.size())
        .filter(i -> !names.get(i).equals(names.get(i - 1)))
        .count();
  }

  /** Lines next to each other that both have a name have two, but for a slip or two. */
  private static boolean neverTwiceInARow(List<String> names) {
    long twice =
        IntStream.range(1, names.size())
            .filter(i -> !names.get(i).equals(NOBODY) && names.get(i).equals(names.get(i - 1)))
            .count();
    return twice * 50 <= names.size();
  }

  /** What stands before the first colon, where its form allows a name at all. */
  static Optional<Labelled> candidate(String text) {
    int colon = firstColon(text);
    if (colon < 0) {
      return Optional.empty();
    }

    String name = text.substring(0, colon).strip();
    String rest = text.substring(colon + 1);
    boolean wide = text.charAt(colon) == '：';
    boolean separated =
        wide || rest.isEmpty() || Character.isWhitespace(rest.charAt(0)) || startsHan(rest);
    if (!separated || !hasNameForm(name)) {
      return Optional.empty();
    }

    return Optional.of(new Labelled(name, rest.strip()));
  }

  private static int firstColon(String text) {
    int end = Math.min(text.length(), 2 * MOST_CHARACTERS);
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == ':' || text.charAt(i) == '：') {
        return i;
      }
    }

    return -1;
  }

  /** Whether something may be a name by its length, words and characters. */
  static boolean hasNameForm(String name) {
    if (name.isEmpty() || name.length() > MOST_CHARACTERS || words(name) > MOST_WORDS) {
      return false;
    }

    return name.chars().noneMatch(c -> NEVER_IN_A_NAME.indexOf(c) >= 0)
        && name.codePoints().anyMatch(Character::isLetter);
  }

  /** Words outside brackets that hold a letter or digit. */
  private static int words(String name) {
    int words = 0;
    int depth = 0;
    boolean inWord = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      depth += c == '(' || c == '（' ? 1 : 0;
      depth -= c == ')' || c == '）' ? 1 : 0;
      if (Character.isWhitespace(c)) {
        inWord = false;
      } else if (!inWord && depth <= 0 && Character.isLetterOrDigit(c)) {
        inWord = true;
        words++;
      }
    }

    return words;
  }

  /** Each word begins like a name's; short lower-case ones are particles ("van der", "de"). */
  private static boolean looksLikeName(String name) {
    boolean first = true;
    for (String word : name.split(" +", -1)) {
      int initial = word.isEmpty() ? ' ' : word.codePointAt(0);
      if (Character.isLowerCase(initial) && (first || word.length() > 3)) {
        return false;
      }

      first = false;
    }

    return name.codePointCount(0, name.length()) <= 10 || !startsHan(name);
  }

  private static boolean startsHan(String text) {
    return !text.isEmpty()
        && Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HAN;
  }
}
