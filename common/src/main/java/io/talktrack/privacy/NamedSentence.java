package io.talktrack.privacy;

import io.talktrack.privacy.SpottedName.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence in which a person marked the names.
 *
 * @param scenario the imagined conversation it comes from; train and test are split by it
 * @param text without the marks
 * @param names with probability 1, in the order of their places
 */
public record NamedSentence(String scenario, String text, List<SpottedName> names) {
  private static final Pattern MARK = Pattern.compile("\\[\\[([PLA]):([^\\[\\]]+)\\]\\]");

  public NamedSentence {
    names = List.copyOf(names);
  }

  /** Reads marks such as {@code [[P:Ann]] lives in [[L:Leeds]], [[A:9 Mill Lane]]}. */
  public static NamedSentence of(String scenario, String marked) {
    StringBuilder text = new StringBuilder();
    List<SpottedName> names = new ArrayList<>();
    Matcher mark = MARK.matcher(marked);
    int at = 0;
    while (mark.find()) {
      text.append(marked, at, mark.start());
      int start = text.length();
      text.append(mark.group(2));
      names.add(new SpottedName(kind(mark.group(1)), start, text.length(), 1));
      at = mark.end();
    }

    return new NamedSentence(scenario, text.append(marked.substring(at)).toString(), names);
  }

  private static Kind kind(String letter) {
    return switch (letter) {
      case "P" -> Kind.PERSON;
      case "L" -> Kind.PLACE;
      default -> Kind.ADDRESS;
    };
  }

  /** The sentence as a recogniser writes that knows no capitals. */
  public NamedSentence inSmallLetters() {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.length() == text.length() ? new NamedSentence(scenario, lower, names) : this;
  }

  /** What a word is part of. */
  public Optional<Kind> kindOf(SpelledWord word) {
    return names.stream()
        .filter(name -> name.start() < word.end() && word.start() < name.end())
        .map(SpottedName::kind)
        .findFirst();
  }
}
