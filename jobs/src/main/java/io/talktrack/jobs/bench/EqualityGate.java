package io.talktrack.jobs.bench;

import ai.djl.translate.TranslateException;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.TextEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lets an arm be timed only where it says what the model says of each text alone. */
final class EqualityGate {
  private static final double LEAST_COSINE = 0.9999;

  private final List<String> texts;
  private final List<float[]> expected = new ArrayList<>();

  EqualityGate(ModelBundle bundle, List<String> texts) {
    this.texts = List.copyOf(texts);
    try (TextEncoder encoder = TextEncoder.open(bundle);
        TextEncoder.Session session = encoder.newSession()) {
      for (String text : texts) {
        expected.add(session.forward(List.of(encoder.tokenize(text)))[0][0]);
      }
    } catch (TranslateException e) {
      throw new IllegalStateException("The encoder failed on one of the benchmark's texts", e);
    }
  }

  /** How far an arm of the product's own bundle is off: refused where it is. */
  String refuse(InferenceArm arm) {
    double worst = cosines(arm).stream().mapToDouble(cosine -> cosine).min().orElse(1);
    if (worst < LEAST_COSINE) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Cannot time %s: of %d texts one has cosine %.6f with the model's own answer, below %.4f",
              arm.name(),
              texts.size(),
              worst,
              LEAST_COSINE));
    }
    return String.format(Locale.ROOT, "worst cosine %.7f", worst);
  }

  /** How far an arm is off that has a tokenizer of its own. */
  String note(InferenceArm arm) {
    List<Double> cosines = cosines(arm).stream().sorted().toList();
    long close = cosines.stream().filter(cosine -> cosine >= LEAST_COSINE).count();
    return String.format(
        Locale.ROOT,
        "cosine %.4f or more for %d of %d texts, worst %.4f",
        LEAST_COSINE,
        close,
        cosines.size(),
        cosines.get(0));
  }

  private List<Double> cosines(InferenceArm arm) {
    List<float[]> found = arm.embeddings(texts);
    List<Double> cosines = new ArrayList<>();
    for (int text = 0; text < found.size(); text++) {
      cosines.add(cosine(expected.get(text), found.get(text)));
    }
    return cosines;
  }

  static double cosine(float[] left, float[] right) {
    double product = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    for (int dimension = 0; dimension < left.length; dimension++) {
      product += left[dimension] * (double) right[dimension];
      leftSquares += left[dimension] * (double) left[dimension];
      rightSquares += right[dimension] * (double) right[dimension];
    }
    return product / Math.sqrt(leftSquares * rightSquares);
  }

  static float[] floats(byte[] embedding) {
    float[] values = new float[embedding.length / Float.BYTES];
    ByteBuffer.wrap(embedding).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
