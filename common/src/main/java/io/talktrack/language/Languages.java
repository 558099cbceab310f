package io.talktrack.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a turn: by its script, and within the Latin script by OpenNLP's detector
 * over the conversation, since a turn alone is too short to tell.
 */
public final class Languages {
  public static final String ENGLISH = "en";
  public static final String CHINESE = "zh";

  private static final String JAPANESE = "ja";
  private static final String MODEL = "/langdetect-183.bin";
  private static final int ENOUGH_LETTERS = 80;
  // a beginning is enough, and time grows with length
  private static final int CONVERSATION_CHARACTERS = 600;
  private static final int TURN_CHARACTERS = 160;
  // confidence grows with length, 0.09 after 80 German letters, 0.95 after 400: only a ratio tells;
  // no English text among 6,000 of 80 letters and more was as likely something else
  private static final double TIMES_AS_LIKELY = 2;
  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private final LanguageDetectorME detector;

  private Languages(LanguageDetectorME detector) {
    this.detector = detector;
  }

  public static Languages load() {
    return new Languages(new LanguageDetectorME(Loaded.MODEL));
  }

  /** Read once: ten megabytes that every task would else read again. */
  private static final class Loaded {
    private static final LanguageDetectorModel MODEL = read();

    private static LanguageDetectorModel read() {
      try (InputStream model = Languages.class.getResourceAsStream(Languages.MODEL)) {
        return new LanguageDetectorModel(model);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Cannot read the language detector's model " + Languages.MODEL, e);
      }
    }
  }

  /** The main language of a conversation, as an ISO 639-1 code. */
  public String ofConversation(List<String> texts) {
    StringBuilder sample = new StringBuilder();
    // a call can begin with an announcement in another language
    int start = texts.size() / 3;
    for (int turn = 0; turn < texts.size() && sample.length() < CONVERSATION_CHARACTERS; turn++) {
      sample.append(texts.get((start + turn) % texts.size())).append('\n');
    }
    String byScript = byScript(sample.toString());
    return byScript == null
        ? detect(sample.toString(), CONVERSATION_CHARACTERS, ENGLISH)
        : byScript;
  }

  /** The language of one turn within a conversation. */
  public String ofTurn(String text, String conversation) {
    String byScript = byScript(text);
    if (byScript != null) {
      // a short Japanese turn can be in Han characters alone
      return byScript.equals(CHINESE) && conversation.equals(JAPANESE) ? JAPANESE : byScript;
    }
    if (letters(text) == 0) {
      return conversation;
    }
    boolean conversationIsLatin = !List.of(CHINESE, JAPANESE, "ko").contains(conversation);
    String usual = conversationIsLatin ? conversation : ENGLISH;
    return letters(text) < ENOUGH_LETTERS ? usual : detect(text, TURN_CHARACTERS, usual);
  }

  private String detect(String text, int most, String usual) {
    Language[] languages =
        detector.predictLanguages(text.substring(0, Math.min(text.length(), most)));
    double likelihoodOfUsual =
        Arrays.stream(languages)
            .filter(language -> code(language).equals(usual))
            .mapToDouble(Language::getConfidence)
            .sum();
    Language best = languages[0];
    return best.getConfidence() < TIMES_AS_LIKELY * likelihoodOfUsual ? usual : code(best);
  }

  private static String code(Language language) {
    return TWO_LETTERS.getOrDefault(language.getLang(), language.getLang());
  }

  /** Null for the Latin script, which many languages share. */
  private static String byScript(String text) {
    Map<UnicodeScript, Integer> counts = new HashMap<>();
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
    int latin = counts.getOrDefault(UnicodeScript.LATIN, 0);
    int han = counts.getOrDefault(UnicodeScript.HAN, 0);
    int kana =
        counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
    int hangul = counts.getOrDefault(UnicodeScript.HANGUL, 0);
    // one Han character says about as much as four Latin letters
    if (kana > 0 && kana * 4 >= han) {
      return JAPANESE;
    }
    if (hangul * 2 > latin && hangul > 0) {
      return "ko";
    }
    if (han * 4 > latin && han > 0) {
      return CHINESE;
    }
    int cyrillic = counts.getOrDefault(UnicodeScript.CYRILLIC, 0);
    if (cyrillic > latin) {
      return "ru";
    }
    return null;
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  private static Map<String, String> twoLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(new Locale(code).getISO3Language(), code);
    }
    codes.put("cmn", CHINESE);
    return codes;
  }
}
