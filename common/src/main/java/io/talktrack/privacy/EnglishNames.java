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
  private static final Set<String> SAINTS =
      Set.of(
          "san", "santa", "st", "saint", "sao", "port", "fort", "lake", "mount", "los", "las",
          "cape", "new");

  private final KnownNames known;
  private final Words words;
  private final IntroducedNames introduced;
  private final List<Span> spans = new ArrayList<>();

  private EnglishNames(Words words, KnownNames known) {
    this.words = words;
    this.introduced = new IntroducedNames(words);
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

    count = introduced.at(at);
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
      int longest =
          known.full().stream().filter(name -> isAt(name, at)).mapToInt(List::size).max().orElse(0);
      if (longest > 0) {
        return longest;
      }
    }

    boolean isWord = GivenNames.isNameAndWord(lower) || NotNames.WORDS.contains(lower);
    boolean isVocative = words.after(at) == ',';
    if (isGiven && (isWord || lower.length() < 3)) {
      return word.isNameLike() && (!words.opensSentence(at) || isVocative) ? 1 : 0;
    }

    if (isGiven) {
      return word.isNameLike() || GivenNames.isName(lower) || lower.length() > 3 ? 1 : 0;
    }

    boolean isOther = known.others().contains(lower) && word.isNameLike() && !isWord;
    return isOther && !(words.opensSentence(at) && NotNames.SURNAMES.contains(lower)) ? 1 : 0;
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

  private int given(int at) {
    Word word = words.get(at);
    boolean isSure = GivenNames.isName(word.lower());
    boolean isWordToo = !isSure && word.isNameLike() && GivenNames.isNameAndWord(word.lower());
    if (!isSure && !isWordToo) {
      return 0;
    }

    boolean isPlace = at > 0 && words.isNext(at) && SAINTS.contains(words.get(at - 1).lower());
    int run = word.isNameLike() ? NameRuns.length(words, at) : 1;
    int next = at + Math.max(1, run);
    boolean isFirm =
        (next < words.size()
                && words.isNext(next)
                && NameRuns.isFirm(words.get(next).lower())
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
}
