package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.NAME;

import io.talktrack.privacy.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds names in Latin letters: those known, those after a title, an introduction, a greeting or a
 * farewell, and common given names with the surname after them.
 *
 * <p>Rules do not know every name: a surname alone, or a rare name without such words, stays.
 */
final class EnglishNames {
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
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "de", "der", "den", "del", "della", "da", "di", "dos", "la", "le", "el",
          "al", "bin", "ibn", "ter", "ten");
  private static final Set<String> SAINTS =
      Set.of(
          "san", "santa", "st", "saint", "sao", "port", "fort", "lake", "mount", "los", "las",
          "cape", "new");

  /** After these the words before name a firm, a place or a thing. */
  private static final Set<String> FIRMS =
      Set.of(
          "inc",
          "ltd",
          "llc",
          "llp",
          "plc",
          "corp",
          "corporation",
          "company",
          "co",
          "group",
          "gmbh",
          "ag",
          "bank",
          "university",
          "college",
          "hospital",
          "school",
          "street",
          "road",
          "avenue",
          "partners",
          "capital",
          "holdings",
          "associates",
          "brothers",
          "sons",
          "foundation",
          "institute",
          "airport",
          "stadium",
          "award",
          "schwab",
          "sachs",
          "deere",
          "lilly",
          "motors",
          "electric",
          "hotel",
          "insurance",
          "industries",
          "systems",
          "software",
          "technologies",
          "solutions",
          "services",
          "international",
          "records",
          "orchestra");

  private static final Set<String> NOT_NAMES = NotNames.WORDS;
  private static final int MOST_WORDS = 4;

  private final KnownNames known;
  private final Words words;
  private final List<Span> spans = new ArrayList<>();

  private EnglishNames(Words words, KnownNames known) {
    this.words = words;
    this.known = known;
  }

  static List<Span> in(Passage passage, KnownNames known) {
    EnglishNames names = new EnglishNames(Words.of(passage), known);
    int at = 0;
    while (at < names.words.size()) {
      at = Math.max(at + 1, names.take(at));
    }

    return names.spans;
  }

  /** Takes the name that begins at a word, and says at which word to go on. */
  private int take(int at) {
    int count = known(at);
    if (count > 0) {
      return add(at, count, "name.known");
    }

    count = introduced(at);
    if (count > 0) {
      return add(at, count, "name.introduced");
    }

    count = given(at);
    return count > 0 ? add(at, count, "name.given") : at + 1;
  }

  private int add(int at, int count, String rule) {
    spans.add(new Span(NAME, words.get(at).start(), words.get(at + count - 1).end(), rule));
    return at + count;
  }

  private int known(int at) {
    if (known.given().isEmpty()) {
      return 0;
    }

    Word word = words.get(at);
    String lower = word.lower();
    boolean isGiven = known.given().contains(lower);
    if (isGiven) {
      for (List<String> name : known.full()) {
        if (isAt(name, at)) {
          return name.size();
        }
      }
    }

    boolean isWord = GivenNames.isNameAndWord(lower) || NOT_NAMES.contains(lower);
    boolean isVocative = words.after(at) == ',';
    if (isGiven && (isWord || lower.length() < 3)) {
      return word.isNameLike() && (!opensSentence(at) || isVocative) ? 1 : 0;
    }

    if (isGiven) {
      return word.isNameLike() || GivenNames.isName(lower) || lower.length() > 3 ? 1 : 0;
    }

    boolean isOther = known.others().contains(lower) && word.isNameLike() && !isWord;
    return isOther && !(opensSentence(at) && NotNames.SURNAMES.contains(lower)) ? 1 : 0;
  }

  private boolean isAt(List<String> name, int at) {
    if (at + name.size() > words.size()) {
      return false;
    }

    for (int i = 0; i < name.size(); i++) {
      if (!words.get(at + i).lower().equals(name.get(i)) || (i > 0 && !words.isNext(at + i))) {
        return false;
      }
    }

    return true;
  }

  /** How many words from here on are a name because of the words before or around them. */
  private int introduced(int at) {
    if (at == 0) {
      return 0;
    }

    Word word = words.get(at);
    String before = words.get(at - 1).lower();
    String gap = word.gap();
    boolean isNext = gap.equals(" ");
    int run = run(at);
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
            && opensSentence(at - 1);
    return isLetter && isPlainWord(at) ? 1 : 0;
  }

  /** "you" greets only in "thank you", and the time of day only after "good" or at the start. */
  private boolean isGreeting(int at) {
    String word = words.get(at).lower();
    return switch (word) {
      case "you" -> at > 0 && words.get(at - 1).lower().equals("thank");
      case "morning", "afternoon", "evening" ->
          opensSentence(at) || (at > 0 && words.get(at - 1).lower().equals("good"));
      case "sorry", "welcome" -> opensSentence(at);
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

  private int given(int at) {
    Word word = words.get(at);
    boolean isSure = GivenNames.isName(word.lower());
    boolean isWordToo = !isSure && word.isNameLike() && GivenNames.isNameAndWord(word.lower());
    if (!isSure && !isWordToo) {
      return 0;
    }

    boolean isPlace = at > 0 && words.isNext(at) && SAINTS.contains(words.get(at - 1).lower());
    int run = word.isNameLike() ? run(at) : 1;
    int next = at + Math.max(1, run);
    boolean isFirm =
        (next < words.size()
                && words.isNext(next)
                && FIRMS.contains(words.get(next).lower())
                && words.get(next).isCapital())
            || (next < words.size() && words.get(next).gap().equals(" & "));
    isFirm |= run > 1 && NotNames.FIRMS.contains(word.lower() + " " + words.get(at + 1).lower());
    boolean isPart = at > 0 && words.get(at).gap().equals(" & ");
    if (isPlace || isFirm || isPart || isGlued(at)) {
      return 0;
    }

    return isSure ? Math.max(1, run) : (run > 1 ? run : 0);
  }

  /** Part of an address, a path or a file's name. */
  private boolean isGlued(int at) {
    Word word = words.get(at);
    char before = word.start() == 0 ? ' ' : words.text().charAt(word.start() - 1);
    char after = words.after(at);
    boolean goesOn =
        after == '.'
            && word.end() + 1 < words.text().length()
            && Character.isLetter(words.text().charAt(word.end() + 1));
    return "@/\\._#".indexOf(before) >= 0 || "@/\\_".indexOf(after) >= 0 || goesOn;
  }

  /** How many words from here on are written as one name is. */
  private int run(int at) {
    int count = 0;
    int names = 0;
    while (count < MOST_WORDS && at + count < words.size()) {
      Word word = words.get(at + count);
      boolean isJoined = count == 0 || words.isNext(at + count);
      boolean isName =
          word.isNameLike() && !NOT_NAMES.contains(word.lower()) && !FIRMS.contains(word.lower());
      boolean isBetween = count > 0 && (word.isInitial() || PARTICLES.contains(word.lower()));
      if (!isJoined || !(isName || isBetween)) {
        break;
      }

      count++;
      names = isName ? count : names;
    }

    return names;
  }

  private boolean isPlainWord(int at) {
    if (at >= words.size()) {
      return false;
    }

    Word word = words.get(at);
    return word.text().length() > 2
        && !word.isCapital()
        && word.text().chars().allMatch(Character::isLetter)
        && !NOT_NAMES.contains(word.lower());
  }

  private boolean opensSentence(int at) {
    int start = words.get(at).start();
    String gap = words.get(at).gap();
    return at == 0
        || start == 0
        || gap.indexOf('.') >= 0
        || gap.indexOf('!') >= 0
        || gap.indexOf('?') >= 0
        || gap.indexOf('\n') >= 0;
  }
}
