package io.talktrack.privacy;

import io.talktrack.privacy.Words.Word;
import java.util.Set;

/**
 * Finds names in Latin letters by the words before them: a title, an introduction, a greeting or a
 * farewell.
 */
final class IntroducedNames {
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "prof",
          "professor",
          "mister",
          "monsieur",
          "madame",
          "herr",
          "frau");
  private static final Set<String> SPOKEN_TITLES = Set.of("mr", "mrs", "mister");
  private static final Set<String> GREETINGS =
      Set.of(
          "hi",
          "hello",
          "hey",
          "dear",
          "morning",
          "afternoon",
          "evening",
          "thanks",
          "you",
          "welcome",
          "bye",
          "goodbye",
          "sorry");
  private static final Set<String> LETTER_GREETINGS = Set.of("hi", "hello", "hey", "dear");
  private static final Set<String> FAREWELLS =
      Set.of(
          "best",
          "regards",
          "thanks",
          "cheers",
          "sincerely",
          "yours",
          "truly",
          "faithfully",
          "wishes",
          "warmly",
          "respectfully");
  private static final Set<String> KIN =
      Set.of(
          "colleague",
          "boss",
          "wife",
          "husband",
          "son",
          "daughter",
          "brother",
          "sister",
          "friend",
          "mother",
          "father",
          "assistant",
          "mom",
          "mum",
          "dad",
          "named");
  private static final Set<String> LABELS =
      Set.of("name", "attn", "attention", "contact", "signed");
  private static final Set<String> AFTER_INTRODUCTION =
      Set.of("from", "at", "with", "calling", "here", "speaking", "over", "again", "and");

  private final Words words;

  IntroducedNames(Words words) {
    this.words = words;
  }

  /** How many words from here on are a name because of the words before or around them. */
  int at(int at) {
    if (at == 0) {
      return 0;
    }

    Word word = words.get(at);
    String before = words.get(at - 1).lower();
    String gap = word.gap();
    boolean isNext = gap.equals(" ");
    int run = NameRuns.length(words, at);
    if (TITLES.contains(before) && (isNext || gap.equals(". ") || gap.equals("."))) {
      return titled(at, run, before);
    }

    if (isNext && GREETINGS.contains(before) && isGreeting(at - 1)) {
      return greeted(at, run, before);
    }

    if (run > 0 && FAREWELLS.contains(before) && isFarewell(at, run)) {
      return run;
    }

    boolean isLabelled =
        run > 0
            && LABELS.contains(before)
            && gap.startsWith(":")
            && gap.length() <= 5
            && gap.indexOf('\n') < 0
            && !isThing(at - 2);
    if (isLabelled || (run > 0 && isNext && KIN.contains(before))) {
      return run;
    }

    return isNext ? introducedBySpeaker(at, run) : 0;
  }

  private int titled(int at, int run, String title) {
    boolean isWrittenSo = words.get(at - 1).isNameLike();
    if (run > 0 && (isWrittenSo || !title.equals("ms"))) {
      return run;
    }

    boolean isSpoken = SPOKEN_TITLES.contains(title) && !words.get(at - 1).isCapital();
    return isSpoken && isPlainWord(at) ? 1 : 0;
  }

  private int greeted(int at, int run, String greeting) {
    int last = at + Math.max(1, run) - 1;
    char after = words.after(last);
    boolean isClosed = ",.!?\n-:;".indexOf(after) >= 0;
    boolean isPair = last + 1 < words.size() && words.get(last + 1).lower().equals("and");
    if (run > 0) {
      return isClosed || isPair || LETTER_GREETINGS.contains(greeting) ? Math.min(run, 3) : 0;
    }

    boolean isLetter =
        LETTER_GREETINGS.contains(greeting)
            && (after == ',' || after == '\n')
            && words.opensSentence(at - 1);
    return isLetter && isPlainWord(at) ? 1 : 0;
  }

  /** "you" greets only in "thank you", and the time of day only after "good" or at the start. */
  private boolean isGreeting(int at) {
    String word = words.get(at).lower();
    return switch (word) {
      case "you" -> at > 0 && words.get(at - 1).lower().equals("thank");
      case "morning", "afternoon", "evening" ->
          words.opensSentence(at) || (at > 0 && words.get(at - 1).lower().equals("good"));
      case "sorry", "welcome" -> words.opensSentence(at);
      default -> true;
    };
  }

  private boolean isFarewell(int at, int run) {
    String gap = words.get(at).gap();
    boolean isOwnLine = gap.indexOf('\n') >= 0;
    boolean isEnd = words.after(at + run - 1) == '\n';
    boolean isOneLine = gap.equals(", ") && at + run == words.size();
    return run <= 3 && isEnd && (isOwnLine || isOneLine);
  }

  private boolean isThing(int at) {
    return at >= 0
        && words.isNext(at + 1)
        && Set.of(
                "product", "company", "file", "account", "project", "brand", "team", "user",
                "domain", "host", "deal", "table", "field")
            .contains(words.get(at).lower());
  }

  private int introducedBySpeaker(int at, int run) {
    String before = words.get(at - 1).lower();
    String second = at > 1 ? words.get(at - 2).lower() : "";
    String third = at > 2 ? words.get(at - 3).lower() : "";
    boolean isOwnName =
        (before.equals("is") && second.equals("name") && !isThing(at - 3) && isWhose(third))
            || (before.equals("name") && words.get(at).gap().startsWith("'s"));
    if (isOwnName) {
      return run > 0 ? run : spelledOut(at);
    }

    boolean isPresented =
        (before.equals("is") && (second.equals("this") || second.equals("here")))
            || before.equals("i'm")
            || (before.equals("am") && second.equals("i"))
            || before.equals("it's")
            || ((before.equals("with") || before.equals("to")) && second.equals("speaking"))
            || (before.equals("reached") && second.equals("you've"));
    if (!isPresented || run == 0) {
      return 0;
    }

    boolean isGiven =
        GivenNames.isName(words.get(at).lower()) || GivenNames.isNameAndWord(words.get(at).lower());
    int next = at + run;
    boolean isFollowed =
        next < words.size()
            && words.isNext(next)
            && AFTER_INTRODUCTION.contains(words.get(next).lower());
    return isGiven || isFollowed ? run : 0;
  }

  private static boolean isWhose(String word) {
    return Set.of("my", "his", "her", "first", "last", "full", "surname", "the", "your", "")
        .contains(word);
  }

  /** A name told in small letters, as recognisers write it: one or two words. */
  private int spelledOut(int at) {
    if (!isPlainWord(at)) {
      return 0;
    }

    boolean isTwo =
        words.isNext(at + 1)
            && isPlainWord(at + 1)
            && !AFTER_INTRODUCTION.contains(words.get(at + 1).lower())
            && (at + 2 >= words.size()
                || !words.isNext(at + 2)
                || AFTER_INTRODUCTION.contains(words.get(at + 2).lower()));
    return isTwo ? 2 : 1;
  }

  private boolean isPlainWord(int at) {
    if (at >= words.size()) {
      return false;
    }

    Word word = words.get(at);
    return word.text().length() > 2
        && !word.isCapital()
        && word.text().chars().allMatch(Character::isLetter)
        && !NotNames.WORDS.contains(word.lower());
  }
}
