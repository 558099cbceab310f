package io.talktrack.model;

import io.talktrack.privacy.SpelledWord;
import io.talktrack.privacy.SpottedName;
import io.talktrack.privacy.SpottedName.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** From a word's logits to names: softmax, thresholds, and words side by side as one name. */
public final class WordLabels {
  private static final Pattern WITHIN_NAME = Pattern.compile(" |-|['’]|\\. ?|['’][sS] (?=\\p{Lu})");
  private static final Pattern WITHIN_PLACE = Pattern.compile("[ ,.'’/#-]{1,3}|,?\\s{1,2}");

  // a street that is not said to be one by its words is more often a number or a brand
  private static final Kind[] BY_CARE = {Kind.PERSON, Kind.ADDRESS, Kind.PLACE};

  private final float[][] signs;
  private final float[] bias;
  private final double[] thresholds;

  public WordLabels(float[][] signs, float[] bias, double[] thresholds) {
    this.signs = signs;
    this.bias = bias;
    this.thresholds = thresholds;
  }

  /**
   * Probabilities of the labels.
   *
   * @param vectors what the encoder adds to the logits; null where it did not read the word
   */
  double[] probabilities(double[] vectors, SpelledWord word) {
    double[] logits = new double[bias.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < logits.length; label++) {
      logits[label] = bias[label] + (vectors == null ? 0 : vectors[label]);
      for (int sign = 0; sign < SpelledWord.SIGNS; sign++) {
        logits[label] += signs[label][sign] * word.signs()[sign];
      }

      most = Math.max(most, logits[label]);
    }

    double sum = 0;
    for (int label = 0; label < logits.length; label++) {
      logits[label] = StrictMath.exp(logits[label] - most);
      sum += logits[label];
    }

    for (int label = 0; label < logits.length; label++) {
      logits[label] /= sum;
    }

    return logits;
  }

  /**
   * The names of one text.
   *
   * @param vectors per word what the encoder adds to the logits; null where it did not read it
   */
  public List<SpottedName> names(String text, List<SpelledWord> words, double[][] vectors) {
    List<SpottedName> names = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (vectors[i] == null) {
        continue;
      }

      SpelledWord word = words.get(i);
      double[] probabilities = probabilities(vectors[i], word);
      Optional<Kind> kind = kind(probabilities);
      if (kind.isEmpty()) {
        continue;
      }

      double probability = probabilities[NameLabel.of(kind.get()).row()];
      SpottedName last = names.isEmpty() ? null : names.get(names.size() - 1);
      if (last != null && goesOn(text, last, kind.get(), word)) {
        names.set(
            names.size() - 1,
            new SpottedName(
                last.kind(), last.start(), word.end(), Math.max(last.probability(), probability)));
      } else {
        names.add(new SpottedName(kind.get(), word.start(), word.end(), probability));
      }
    }

    // a number alone is neither a name nor a street
    names.removeIf(
        name -> text.substring(name.start(), name.end()).chars().noneMatch(Character::isLetter));
    return names;
  }

  private Optional<Kind> kind(double[] probabilities) {
    for (Kind kind : BY_CARE) {
      int label = NameLabel.of(kind).row();
      boolean isLikeliest = true;
      for (Kind other : BY_CARE) {
        isLikeliest &= probabilities[NameLabel.of(other).row()] <= probabilities[label];
      }

      if (isLikeliest && probabilities[label] >= thresholds[label]) {
        return Optional.of(kind);
      }
    }

    return Optional.empty();
  }

  private static boolean goesOn(String text, SpottedName last, Kind kind, SpelledWord word) {
    String gap = text.substring(last.end(), word.start());
    return last.kind() == kind
        && (kind == Kind.PERSON ? WITHIN_NAME : WITHIN_PLACE).matcher(gap).matches();
  }
}
