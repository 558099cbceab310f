package io.talktrack.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word with how it is written: what an encoder that knows no capitals cannot see.
 *
 * @param start first UTF-16 unit
 * @param end unit after it, before a possessive {@code 's}
 * @param signs 0 or 1 each, of the word, the one before and the one after
 */
public record SpelledWord(int start, int end, float[] signs) {
  private static final int OWN = 8;

  /** How many signs a word has. */
  public static final int SIGNS = 3 * OWN;

  private static final String LETTER = "[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{M}]";
  private static final Pattern WORD =
      Pattern.compile("(?:" + LETTER + "|\\p{N})+(?:['’-]" + LETTER + "+)*");

  /** The words, in letters that European names have, and the numbers of a text. */
  public static List<SpelledWord> in(String text) {
    List<int[]> places = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      places.add(new int[] {word.start(), bareEnd(text, word.start(), word.end())});
    }

    float[][] own = new float[places.size()][];
    for (int i = 0; i < own.length; i++) {
      int after = i == 0 ? -1 : places.get(i - 1)[1];
      own[i] = signs(text, after, places.get(i)[0], places.get(i)[1]);
    }

    List<SpelledWord> words = new ArrayList<>();
    for (int i = 0; i < own.length; i++) {
      float[] all = Arrays.copyOf(own[i], SIGNS);
      if (i > 0) {
        System.arraycopy(own[i - 1], 0, all, OWN, OWN);
      }

      if (i + 1 < own.length) {
        System.arraycopy(own[i + 1], 0, all, 2 * OWN, OWN);
      }

      words.add(new SpelledWord(places.get(i)[0], places.get(i)[1], all));
    }

    return words;
  }

  private static int bareEnd(String text, int start, int end) {
    boolean isPossessive =
        end - start > 2
            && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '’')
            && Character.toLowerCase(text.charAt(end - 1)) == 's';
    return isPossessive ? end - 2 : end;
  }

  private static float[] signs(String text, int after, int start, int end) {
    String word = text.substring(start, end);
    String lower = word.toLowerCase(Locale.ROOT);
    boolean isCapital = Character.isUpperCase(word.charAt(0));
    boolean isNameLike = isCapital && word.chars().anyMatch(Character::isLowerCase);
    boolean isShouted =
        isCapital && word.length() > 1 && word.chars().noneMatch(Character::isLowerCase);
    boolean opens =
        after < 0 || text.substring(after, start).chars().anyMatch(c -> ".!?\n".indexOf(c) >= 0);
    return new float[] {
      sign(isNameLike && !opens),
      sign(isNameLike && opens),
      sign(isShouted),
      sign(isCapital && word.length() == 1),
      sign(GivenNames.isName(lower)),
      sign(GivenNames.isNameAndWord(lower)),
      sign(word.chars().anyMatch(Character::isDigit)),
      sign(word.chars().allMatch(Character::isDigit))
    };
  }

  private static float sign(boolean holds) {
    return holds ? 1 : 0;
  }
}
