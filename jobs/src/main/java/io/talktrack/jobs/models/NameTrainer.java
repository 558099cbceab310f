package io.talktrack.jobs.models;

import io.talktrack.jobs.models.SoftmaxRegression.Row;
import io.talktrack.model.NameLabel;
import io.talktrack.model.WordLabels;
import io.talktrack.privacy.NamedSentence;
import io.talktrack.privacy.SpelledWord;
import io.talktrack.privacy.SpottedName;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits a names' head to marked sentences, each as it is written and in small letters: what
 * recognisers write has no capitals.
 */
final class NameTrainer {
  private static final double PENALTY = 0.002;

  // three dimensions of MiniLM's layers hardly vary; standardised they would weigh by noise
  private static final double LEAST_DEVIATION = 0.01;

  private NameTrainer() {}

  /** A sentence and its words' vectors. */
  record Vectored(NamedSentence sentence, double[][] vectors) {}

  /** Weights of vectors and signs, and the bias, per label. */
  record Fitted(float[][] weights, float[][] signs, float[] bias) {}

  static Fitted fit(List<Vectored> sentences) {
    List<Row> rows = new ArrayList<>();
    for (Vectored sentence : sentences) {
      addRows(sentence.sentence(), sentence.vectors(), rows);
      addRows(sentence.sentence().inSmallLetters(), sentence.vectors(), rows);
    }

    int width = rows.get(0).dense().length;
    double[] mean = new double[width];
    double[] scale = new double[width];
    standardise(rows, mean, scale);
    List<Row> standard = new ArrayList<>();
    float[] before = null;
    float[] dense = null;
    for (Row row : rows) {
      // both spellings of a word have one vector
      dense = row.dense() == before ? dense : standardised(row.dense(), mean, scale);
      before = row.dense();
      standard.add(new Row(dense, row.signs(), row.label()));
    }

    int labels = NameLabel.values().length;
    double[][] fitted =
        new SoftmaxRegression(labels, width + SpelledWord.SIGNS, PENALTY)
            .fit(standard.toArray(Row[]::new));
    return unstandardised(fitted, mean, scale);
  }

  /** The names in a sentence, by a head that may not have seen it, without a graph. */
  static List<SpottedName> names(
      Fitted fitted, double[] thresholds, NamedSentence sentence, double[][] vectors) {
    double[][] logits = new double[vectors.length][];
    for (int i = 0; i < vectors.length; i++) {
      logits[i] = vectors[i] == null ? null : products(fitted.weights(), vectors[i]);
    }

    return new WordLabels(fitted.signs(), fitted.bias(), thresholds)
        .names(sentence.text(), SpelledWord.in(sentence.text()), logits);
  }

  private static double[] products(float[][] weights, double[] vector) {
    double[] products = new double[weights.length];
    for (int label = 0; label < weights.length; label++) {
      for (int i = 0; i < vector.length; i++) {
        products[label] += weights[label][i] * vector[i];
      }
    }

    return products;
  }

  private static void addRows(NamedSentence sentence, double[][] vectors, List<Row> rows) {
    List<SpelledWord> words = SpelledWord.in(sentence.text());
    for (int i = 0; i < words.size(); i++) {
      if (vectors[i] != null) {
        int label = sentence.kindOf(words.get(i)).map(NameLabel::of).orElse(NameLabel.NONE).row();
        rows.add(new Row(floats(vectors[i]), words.get(i).signs(), label));
      }
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }

    return floats;
  }

  private static void standardise(List<Row> rows, double[] mean, double[] scale) {
    for (Row row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row.dense()[i] / rows.size();
      }
    }

    for (Row row : rows) {
      for (int i = 0; i < mean.length; i++) {
        double apart = row.dense()[i] - mean[i];
        scale[i] += apart * apart / rows.size();
      }
    }

    for (int i = 0; i < scale.length; i++) {
      double deviation = Math.sqrt(scale[i]);
      scale[i] = deviation < LEAST_DEVIATION ? 0 : 1 / deviation;
    }
  }

  private static float[] standardised(float[] values, double[] mean, double[] scale) {
    float[] standard = new float[values.length];
    for (int i = 0; i < standard.length; i++) {
      standard[i] = (float) ((values[i] - mean[i]) * scale[i]);
    }

    return standard;
  }

  private static Fitted unstandardised(double[][] fitted, double[] mean, double[] scale) {
    int width = mean.length;
    float[][] weights = new float[fitted.length][width];
    float[][] signs = new float[fitted.length][SpelledWord.SIGNS];
    float[] bias = new float[fitted.length];
    for (int label = 0; label < fitted.length; label++) {
      double offset = fitted[label][width + SpelledWord.SIGNS];
      for (int i = 0; i < width; i++) {
        weights[label][i] = rounded(fitted[label][i] * scale[i]);
        offset -= weights[label][i] * mean[i];
      }

      for (int i = 0; i < SpelledWord.SIGNS; i++) {
        signs[label][i] = rounded(fitted[label][width + i]);
      }

      bias[label] = rounded(offset);
    }

    return new Fitted(weights, signs, bias);
  }

  // four decimals: the head stays a small file, and what is measured is what ships
  private static float rounded(double weight) {
    return Math.round(weight * 10_000) / 10_000f;
  }
}
