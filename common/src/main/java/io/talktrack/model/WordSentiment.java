package io.talktrack.model;

import com.johnsnowlabs.nlp.Annotation;
import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.annotators.Tokenizer;
import com.johnsnowlabs.nlp.annotators.sda.vivekn.ViveknSentimentApproach;
import com.johnsnowlabs.nlp.annotators.sda.vivekn.ViveknSentimentModel;
import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;

/**
 * Valence by Spark NLP's ViveknSentiment (Narayanan et al. 2013, naive Bayes over words), trained
 * on labelled sentences: what the heads are measured against.
 *
 * <p>It knows positive and negative only; a sentence without a word that it has learnt is neutral.
 */
public final class WordSentiment {
  private static final StructType SCHEMA =
      new StructType().add("text", DataTypes.StringType).add("valence", DataTypes.StringType);

  private final Tokens tokens = new Tokens();
  private final String language;
  private final ViveknSentimentModel model;

  private WordSentiment(String language, ViveknSentimentModel model) {
    this.language = language;
    this.model = model;
  }

  /** Trained on those sentences that are positive or negative. */
  public static WordSentiment train(
      SparkSession spark, String language, List<LabelledText> sentences) {
    Tokens tokens = new Tokens();
    List<Row> rows = new ArrayList<>();
    for (LabelledText sentence : sentences) {
      if ("POSITIVE".equals(sentence.sentiment()) || "NEGATIVE".equals(sentence.sentiment())) {
        rows.add(
            RowFactory.create(
                String.join(" ", words(tokens, sentence.text(), language)),
                sentence.sentiment().toLowerCase(Locale.ROOT)));
      }
    }

    DocumentAssembler documents = new DocumentAssembler();
    documents.setInputCol("text");
    documents.setOutputCol("document");
    Tokenizer words = new Tokenizer();
    words.setInputCols(new String[] {"document"});
    words.setOutputCol("token");
    ViveknSentimentApproach approach = new ViveknSentimentApproach();
    approach.setInputCols(new String[] {"document", "token"});
    approach.setOutputCol("sentiment");
    approach.setSentimentCol("valence");
    approach.setPruneCorpus(0);
    PipelineModel fitted =
        new Pipeline()
            .setStages(new PipelineStage[] {documents, words, approach})
            .fit(spark.createDataFrame(rows, SCHEMA));
    return new WordSentiment(language, (ViveknSentimentModel) fitted.stages()[2]);
  }

  /** NEGATIVE, NEUTRAL or POSITIVE. */
  public String of(String text) {
    List<Annotation> input = new ArrayList<>();
    String spaced = String.join(" ", words(tokens, text, language));
    if (spaced.isEmpty()) {
      return "NEUTRAL";
    }
    Annotation document = Tokens.document(spaced, 0);
    input.add(document);
    input.addAll(tokens.of(document, "en"));
    List<Annotation> found = JavaConverters.seqAsJavaList(model.annotate(Tokens.seq(input)));
    String valence = found.isEmpty() ? "na" : found.get(0).result();
    return valence.equals("na") ? "NEUTRAL" : valence.toUpperCase(Locale.ROOT);
  }

  private static List<String> words(Tokens tokens, String text, String language) {
    return text.isBlank() ? List.of() : tokens.wordsOf(text.toLowerCase(Locale.ROOT), language);
  }
}
