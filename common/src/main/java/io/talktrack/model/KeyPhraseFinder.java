package io.talktrack.model;

import com.hankcs.hanlp.HanLP;
import com.johnsnowlabs.nlp.Annotation;
import com.johnsnowlabs.nlp.annotators.keyword.yake.YakeKeywordExtraction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import scala.collection.JavaConverters;

/**
 * Finds what a conversation is about: YAKE (Campos et al. 2020) by Spark NLP in English, TextRank
 * by HanLP in Chinese.
 */
public final class KeyPhraseFinder {
  private static final int MOST = 8;

  private final Tokens tokens = new Tokens();
  private final YakeKeywordExtraction yake = new YakeKeywordExtraction();

  public KeyPhraseFinder() {
    yake.setMinNGrams(2);
    yake.setMaxNGrams(3);
    yake.setNKeywords(MOST * 3);
    yake.setThreshold(-1);
  }

  /**
   * A phrase and how telling it is.
   *
   * @param score lower is more telling
   */
  public record Phrase(String text, double score) {}

  /** The most telling phrases of a conversation's texts, best first; none contains another. */
  public List<Phrase> find(List<String> texts, String language) {
    List<Phrase> candidates = language.equals("zh") ? chinese(texts) : english(texts);
    List<Phrase> kept = new ArrayList<>();
    for (Phrase candidate : candidates) {
      boolean isNew =
          kept.stream()
              .noneMatch(
                  phrase ->
                      phrase.text().contains(candidate.text())
                          || candidate.text().contains(phrase.text()));
      if (isNew && kept.size() < MOST) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private List<Phrase> english(List<String> texts) {
    List<Annotation> words = new ArrayList<>();
    for (int sentence = 0; sentence < texts.size(); sentence++) {
      if (!texts.get(sentence).isBlank()) {
        words.addAll(tokens.of(Tokens.document(texts.get(sentence), sentence), "en"));
      }
    }
    if (words.size() < 3) {
      return List.of();
    }
    List<Phrase> phrases = new ArrayList<>();
    for (Annotation keyword : JavaConverters.seqAsJavaList(yake.annotate(Tokens.seq(words)))) {
      phrases.add(
          new Phrase(
              keyword.result().toLowerCase(Locale.ROOT),
              Double.parseDouble(keyword.metadata().apply("score"))));
    }
    phrases.sort(Comparator.comparingDouble(Phrase::score).thenComparing(Phrase::text));
    return phrases.stream().distinct().toList();
  }

  private static List<Phrase> chinese(List<String> texts) {
    List<String> phrases = HanLP.extractPhrase(String.join("。", texts), MOST);
    List<Phrase> ranked = new ArrayList<>();
    for (int rank = 0; rank < phrases.size(); rank++) {
      ranked.add(new Phrase(phrases.get(rank), rank + 1));
    }
    return ranked;
  }
}
