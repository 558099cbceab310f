package io.talktrack.jobs.ingest;

import io.talktrack.call.SideHint;
import io.talktrack.call.SideHint.Kind;
import io.talktrack.privacy.Pseudonyms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds how a voice introduces itself in its first turns: "this is Ann from Acre", 我是华东五金的王强.
 *
 * <p>Where a name ends is not told here: pseudonyms of several readings go on, and only one that is
 * a known person's or company's means anything.
 */
final class Introductions {
  /** Who introduces themselves does so early. */
  static final int FIRST_TURNS = 3;

  private static final int MOST_CHARACTERS = 600;
  private static final int MOST_HINTS = 24;
  private static final String WORD = "\\p{L}[\\p{L}\\p{N}&'’-]*";
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?<![\\p{L}'’])(?<before>\\p{L}+ )?(?:this is|my name is|my name['’]s|i am|i['’]m"
              + "|(?:you['’]re|you are) speaking (?:to|with)) (?<name>%s(?: %s){0,2})"
                  .formatted(WORD, WORD),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern COMPANY =
      Pattern.compile(
          ",? ?(?:(?:here|calling|speaking|over|and i['’]m|and i am) ){0,2}(?:from|at|with|of) (?:the )?"
              + "(?<company>%s(?: %s){0,3})".formatted(WORD, WORD),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern CHINESE =
      Pattern.compile("(?:我是|我叫|我这边是|这里是|这边是|我的名字是|我的名字叫)(?<said>[\\p{IsHan}A-Za-z0-9·]{2,24})");
  private static final Set<String> AFTER_NAME =
      Set.of("from", "at", "with", "of", "here", "calling", "speaking", "over", "and", "again");
  private static final Set<String> OTHERS = Set.of("and", "colleague", "boss", "think", "believe");
  private static final Set<String> NO_NAMES =
      Set.of(
          "a", "an", "the", "not", "so", "very", "just", "really", "sorry", "glad", "happy",
          "going", "calling", "looking", "good", "great", "fine", "what", "why", "how", "where",
          "because", "about", "my", "our", "your", "all", "also", "here", "in", "on", "at", "from",
          "with");

  private final Pseudonyms pseudonyms;
  private final Set<SideHint> hints = new LinkedHashSet<>();

  private Introductions(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /**
   * @param turns the first that a voice says, unmasked
   */
  static List<SideHint> in(List<String> turns, Pseudonyms pseudonyms) {
    Introductions found = new Introductions(pseudonyms);
    for (String turn : turns) {
      String start = turn.substring(0, Math.min(turn.length(), MOST_CHARACTERS));
      found.english(start.replaceAll("\\s+", " "));
      found.chinese(start);
    }
    return found.hints.stream().limit(MOST_HINTS).toList();
  }

  private void english(String text) {
    Matcher introduction = ENGLISH.matcher(text);
    while (introduction.find()) {
      String before = introduction.group("before");
      List<String> name = nameWords(introduction.group("name"));
      boolean isOther = before != null && OTHERS.contains(before.strip().toLowerCase(Locale.ROOT));
      if (isOther || name.isEmpty()) {
        continue;
      }

      int end = introduction.start("name") + String.join(" ", name).length();
      // a first name alone counts where it ends there, else it may be any word: "I'm will be there"
      for (int words = name.size() == 1 ? 1 : 2; words <= name.size(); words++) {
        name(String.join(" ", name.subList(0, words)));
      }
      Matcher company = COMPANY.matcher(text).region(end, text.length());
      if (company.lookingAt()) {
        companies(List.of(company.group("company").split(" ", -1)));
      }
    }
  }

  private static List<String> nameWords(String run) {
    List<String> words = new ArrayList<>();
    for (String word : run.split(" ", -1)) {
      if (AFTER_NAME.contains(word.toLowerCase(Locale.ROOT))) {
        break;
      }
      words.add(word);
    }
    boolean isNone = words.isEmpty() || NO_NAMES.contains(words.get(0).toLowerCase(Locale.ROOT));
    return isNone ? List.of() : words;
  }

  private void companies(List<String> words) {
    for (int count = 1; count <= words.size(); count++) {
      company(String.join(" ", words.subList(0, count)));
    }
  }

  private void chinese(String text) {
    Matcher introduction = CHINESE.matcher(text);
    while (introduction.find()) {
      String said = introduction.group("said");
      int of = said.indexOf('的');
      company(of > 0 ? said.substring(0, of) : said);
      String name = said.substring(of + 1);
      // a job may stand before the name, a sentence may go on after it
      for (int length = 2; length <= Math.min(4, name.length()); length++) {
        name(name.substring(0, length));
        name(name.substring(name.length() - length));
      }
    }
  }

  private void company(String name) {
    CompanyName.hash(name, pseudonyms)
        .ifPresent(hash -> hints.add(new SideHint(Kind.SAID_COMPANY, hash)));
  }

  private void name(String name) {
    String normalised = Pseudonyms.normalisedName(name);
    if (!normalised.isBlank()) {
      hints.add(new SideHint(Kind.SAID_NAME, pseudonyms.person(normalised)));
    }
  }
}
