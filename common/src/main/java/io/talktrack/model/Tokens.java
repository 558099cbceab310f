package io.talktrack.model;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import com.johnsnowlabs.nlp.Annotation;
import com.johnsnowlabs.nlp.AnnotatorType;
import com.johnsnowlabs.nlp.annotators.RegexTokenizer;
import com.johnsnowlabs.nlp.annotators.Stemmer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Words of a text as Spark NLP's annotations: English by its tokenizer, Chinese by HanLP, since
 * Spark NLP's own Chinese segmenters have to be downloaded.
 */
final class Tokens {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");
  // apostrophes and hyphens belong to a word only within it, and a possessive's s does not
  private static final String BETWEEN_WORDS =
      "(?U)(?:['’][sS](?![\\p{L}\\p{N}'’-])|['’-]+(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])['’-]+|[^\\p{L}\\p{N}'’-])+";

  private final RegexTokenizer english = new RegexTokenizer();
  private final Stemmer stemmer = new Stemmer();
  private final Segment chinese = chineseSegment();

  Tokens() {
    english.setPattern(BETWEEN_WORDS);
  }

  /** How HanLP cuts Chinese: with offsets, and without guessing at persons' names. */
  static Segment chineseSegment() {
    return HanLP.newSegment().enableOffset(true).enableNameRecognize(false);
  }

  /** The tokens of one sentence. */
  List<Annotation> of(Annotation document, String language) {
    return language.equals("zh") ? chinese(document) : english(document);
  }

  /** The words of a phrase as the tokens of a text would be. */
  List<String> wordsOf(String phrase, String language) {
    return of(document(phrase, 0), language).stream().map(Annotation::result).toList();
  }

  /** The same tokens, each English word as its stem; Chinese words have one form. */
  List<Annotation> stems(List<Annotation> tokens, String language) {
    if (!language.equals("en")) {
      return tokens;
    }
    List<Annotation> small = new ArrayList<>();
    for (Annotation token : tokens) {
      small.add(token(token.begin(), token.end(), token.result().toLowerCase(Locale.ROOT), token));
    }
    return JavaConverters.seqAsJavaList(stemmer.annotate(seq(small)));
  }

  private List<Annotation> english(Annotation document) {
    return JavaConverters.seqAsJavaList(english.annotate(seq(List.of(document))));
  }

  private List<Annotation> chinese(Annotation document) {
    List<Annotation> tokens = new ArrayList<>();
    for (Term term : chinese.seg(document.result())) {
      if (WORD.matcher(term.word).find()) {
        int begin = document.begin() + term.offset;
        tokens.add(token(begin, begin + term.word.length() - 1, term.word, document));
      }
    }
    return tokens;
  }

  private static Annotation token(int begin, int end, String word, Annotation of) {
    return new Annotation(AnnotatorType.TOKEN(), begin, end, word, of.metadata(), new float[0]);
  }

  /** A text as one sentence. */
  static Annotation document(String text, int sentence) {
    return new Annotation(
        AnnotatorType.DOCUMENT(),
        0,
        text.length() - 1,
        text,
        JavaConverters.mapAsScalaMap(Map.of("sentence", Integer.toString(sentence))),
        new float[0]);
  }

  static Seq<Annotation> seq(List<Annotation> annotations) {
    return JavaConverters.asScalaBuffer(annotations).toSeq();
  }
}
