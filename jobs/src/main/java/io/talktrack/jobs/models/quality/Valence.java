package io.talktrack.jobs.models.quality;

import com.vader.sentiment.analyzer.SentimentAnalyzer;
import com.vader.sentiment.util.ScoreType;
import io.talktrack.model.WordSentiment;
import io.talktrack.sentiment.LabelledText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Another way to tell valence, to measure the bundle against. */
interface Valence {
  String name();

  /** NEGATIVE, NEUTRAL or POSITIVE. */
  String of(String text);

  /** What there is for a language, made from its training sentences where it learns. */
  static List<Valence> baselines(SparkSession spark, String language, List<LabelledText> training) {
    List<Valence> baselines = new ArrayList<>();
    if (language.equals("en")) {
      baselines.add(named("VADER (Hutto and Gilbert 2014)", Valence::byVader));
    }
    if (has(training, "POSITIVE") && has(training, "NEGATIVE")) {
      baselines.add(
          named(
              "Spark NLP ViveknSentiment, trained on the same sentences",
              WordSentiment.train(spark, language, training)::of));
    }
    baselines.add(commonest(training));
    return baselines;
  }

  private static boolean has(List<LabelledText> texts, String valence) {
    return texts.stream().anyMatch(text -> valence.equals(text.sentiment()));
  }

  private static Valence commonest(List<LabelledText> training) {
    Map<String, Long> counts =
        training.stream()
            .filter(text -> text.sentiment() != null)
            .collect(Collectors.groupingBy(LabelledText::sentiment, Collectors.counting()));
    String commonest =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
            .map(Map.Entry::getKey)
            .orElse("NEUTRAL");
    return named("always " + commonest, text -> commonest);
  }

  // the bounds on the compound score are those that its authors give
  private static String byVader(String text) {
    try {
      SentimentAnalyzer analyzer = new SentimentAnalyzer(text);
      analyzer.analyze();
      float compound = analyzer.getPolarity().get(ScoreType.COMPOUND);
      return compound >= 0.05 ? "POSITIVE" : compound <= -0.05 ? "NEGATIVE" : "NEUTRAL";
    } catch (IOException e) {
      throw new UncheckedIOException("VADER failed on a text", e);
    }
  }

  private static Valence named(String name, UnaryOperator<String> of) {
    return new Valence() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String of(String text) {
        return of.apply(text);
      }
    };
  }
}
