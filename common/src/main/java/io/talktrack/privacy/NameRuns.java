package io.talktrack.privacy;

import io.talktrack.privacy.Words.Word;
import java.util.Set;

/**
 * Tells how far words that are written as names run on, and which of them name firms and places.
 */
final class NameRuns {
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "de", "der", "den", "del", "della", "da", "di", "dos", "la", "le", "el",
          "al", "bin", "ibn", "ter", "ten");

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

  private static final int MOST_WORDS = 4;

  private NameRuns() {}

  /** How many words from here on are written as one name is; 0 where none does. */
  static int length(Words words, int at) {
    int count = 0;
    int names = 0;
    while (count < MOST_WORDS && at + count < words.size()) {
      Word word = words.get(at + count);
      boolean isJoined = count == 0 || words.isNext(at + count);
      boolean isName =
          word.isNameLike()
              && !NotNames.WORDS.contains(word.lower())
              && !FIRMS.contains(word.lower());
      boolean isBetween = count > 0 && (word.isInitial() || PARTICLES.contains(word.lower()));
      if (!isJoined || !(isName || isBetween)) {
        break;
      }

      count++;
      names = isName ? count : names;
    }

    return names;
  }

  /** Whether the words before this one name a firm, a place or a thing. */
  static boolean isFirm(String word) {
    return FIRMS.contains(word);
  }
}
