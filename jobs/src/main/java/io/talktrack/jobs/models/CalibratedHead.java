package io.talktrack.jobs.models;

import io.talktrack.jobs.models.Calibration.Scale;
import io.talktrack.model.Head;
import io.talktrack.model.Head.Kind;
import java.util.Arrays;

/** Makes a head's probabilities mean what they say, and sets the thresholds of its labels. */
final class CalibratedHead {
  /**
   * Share of a customer's turns that raise one given type of objection, as assumed for thresholds.
   */
  private static final double PREVALENCE = 0.012;

  /**
   * A head with temperature (or Platt's scale per label) in its weights.
   *
   * @param heldOut what the head, or one trained as it was, makes of sentences that it never saw
   */
  static Head of(HeadTask task, double[][] weights, double[] bias, HeldOut heldOut) {
    int labels = task.labels().size();
    Scale[] scales = new Scale[labels];
    double[] thresholds = new double[labels];
    if (task.kind() == Kind.ONE_OF) {
      double temperature = Calibration.temperature(heldOut.logits(), heldOut.labels());
      for (int label = 0; label < labels; label++) {
        scales[label] = new Scale(1 / temperature, 0);
        thresholds[label] =
            Thresholds.answering(heldOut.logits(), heldOut.labels(), label, temperature);
      }
    } else {
      for (int label = 0; label < labels; label++) {
        double[] logits = heldOut.logits(label);
        Scale scale = Calibration.platt(logits, heldOut.holds(label));
        scales[label] = scale;
        thresholds[label] =
            Thresholds.bestF1(Arrays.stream(logits).map(scale::probability).toArray(), PREVALENCE);
      }
    }
    return new Head(
        task.head(),
        task.kind(),
        task.labels(),
        scaled(weights, scales),
        scaled(bias, scales),
        thresholds);
  }

  private static float[][] scaled(double[][] weights, Scale[] scales) {
    float[][] scaled = new float[weights.length][weights[0].length];
    for (int label = 0; label < weights.length; label++) {
      for (int column = 0; column < weights[label].length; column++) {
        scaled[label][column] = rounded(scales[label].slope() * weights[label][column]);
      }
    }
    return scaled;
  }

  private static float[] scaled(double[] bias, Scale[] scales) {
    float[] scaled = new float[bias.length];
    for (int label = 0; label < bias.length; label++) {
      scaled[label] = rounded(scales[label].slope() * bias[label] + scales[label].offset());
    }
    return scaled;
  }

  // four decimals: a head stays a small file, and what is measured is what ships
  private static float rounded(double weight) {
    return Math.round(weight * 10_000) / 10_000f;
  }

  private CalibratedHead() {}
}
