package io.talktrack.mail;

import io.talktrack.email.Message.Address;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ways in which an author signs: whole name, first name, last name, as the address has them.
 */
final class AuthorNames {
  static final AuthorNames NOBODY = new AuthorNames(Set.of(), Set.of());

  private static final int LONGEST_CHINESE_LINE = 30;
  private static final Pattern AROUND = Pattern.compile("^[-–—/*_ ]+|[-–—/*_ .,!]+$|\\s+x+$");
  private static final Pattern BETWEEN = Pattern.compile("[\\s.,_()\"]+");
  private static final Pattern AFTER_NAME = Pattern.compile("\\s*[|｜·•,，].*");

  private final Set<String> whole;
  private final Set<String> parts;

  private AuthorNames(Set<String> whole, Set<String> parts) {
    this.whole = whole;
    this.parts = parts;
  }

  static AuthorNames of(Address author) {
    Set<String> whole = new HashSet<>();
    Set<String> parts = new HashSet<>();
    String local = author.mailbox().substring(0, author.mailbox().indexOf('@'));
    for (String name : author.name() == null ? List.of(local) : List.of(author.name(), local)) {
      List<String> words = List.of(BETWEEN.split(name.toLowerCase(Locale.ROOT).strip()));
      whole.add(String.join(" ", words));
      words.stream().filter(word -> word.length() > 1).forEach(parts::add);
      if (words.size() == 2) {
        whole.add(words.get(1) + " " + words.get(0));
      }
    }

    whole.remove("");
    return new AuthorNames(whole, parts);
  }

  /** Whether the line is the author's name, or the whole name with a title after it. */
  boolean isSignedBy(String line) {
    if (line.length() > 120) {
      return false;
    }

    String said = plain(line);
    if (whole.contains(said) || parts.contains(said)) {
      return true;
    }

    // a first name before a comma is rather somebody spoken to
    String before = plain(AFTER_NAME.matcher(line).replaceFirst(""));
    boolean isTitled = before.contains(" ") && whole.contains(before);
    return isTitled || whole.stream().anyMatch(name -> isChineseEnd(said, name));
  }

  /** In Chinese the name comes after company and department. */
  private static boolean isChineseEnd(String said, String name) {
    return said.length() <= LONGEST_CHINESE_LINE
        && name.chars().allMatch(Character::isIdeographic)
        && said.endsWith(" " + name);
  }

  private static String plain(String line) {
    String bare = AROUND.matcher(line.strip()).replaceAll("");
    return bare.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
