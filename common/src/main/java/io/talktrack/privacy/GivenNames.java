package io.talktrack.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Given names that are common in English; a stop-gap until a model reads names in their context.
 */
final class GivenNames {
  private static final String FILE = "given-names.txt";
  private static final String LINE = "--------";
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Set<String> SURE;
  private static final Set<String> ALSO_WORDS;

  static {
    String names = text().replaceAll("(?m)^#.*$", "");
    int line = names.indexOf(LINE);
    SURE = words(names.substring(0, line));
    ALSO_WORDS = words(names.substring(line + LINE.length()));
  }

  private GivenNames() {}

  /** Whether the word, in lower case, is a name and hardly anything else. */
  static boolean isName(String word) {
    return SURE.contains(word) && !ALSO_WORDS.contains(word);
  }

  /** Whether the word, in lower case, is a name that is a word, a place or a firm as well. */
  static boolean isNameAndWord(String word) {
    return ALSO_WORDS.contains(word);
  }

  private static Set<String> words(String text) {
    return Set.copyOf(SPACES.splitAsStream(text.strip()).distinct().toList());
  }

  private static String text() {
    try (InputStream file = GivenNames.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " is missing from this jar", e);
    }
  }
}
