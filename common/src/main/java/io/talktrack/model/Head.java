package io.talktrack.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One question that a bundle answers: a calibrated linear layer on what the encoder makes of a
 * text.
 *
 * @param name of the question and of the graph's output: sentiment, deal_sentiment, objection,
 *     stage
 * @param weights one row per label, one column per feature ({@link GraphWriter#FEATURES});
 *     calibration is already folded in
 * @param thresholds per label: the least probability at which the label is given; chosen on
 *     training folds only
 */
public record Head(
    String name,
    Kind kind,
    List<String> labels,
    float[][] weights,
    float[] bias,
    double[] thresholds) {

  /** Whether exactly one label holds (probabilities add up to 1) or any number. */
  public enum Kind {
    ONE_OF,
    ANY_OF
  }

  public Head {
    requireNonNull(name, "name is null");
    requireNonNull(kind, "kind is null");
    labels = List.copyOf(labels);
    if (weights.length != labels.size()
        || bias.length != labels.size()
        || thresholds.length != labels.size()) {
      throw new IllegalArgumentException(
          "Head %s has %d labels but %d weight rows, %d biases and %d thresholds"
              .formatted(name, labels.size(), weights.length, bias.length, thresholds.length));
    }
  }

  /** Whether both heads have the same labels in the same order: their outputs can be read alike. */
  boolean answersLike(Head other) {
    return name.equals(other.name) && kind == other.kind && labels.equals(other.labels);
  }
}
