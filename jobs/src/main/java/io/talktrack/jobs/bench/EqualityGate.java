package io.talktrack.jobs.bench;

import static java.util.stream.Collectors.toMap;

import ai.djl.translate.TranslateException;
import io.talktrack.inference.CachedInference;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.TextEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets an arm be timed only where it says what the model says of each text alone. */
final class EqualityGate {
  private static final double LEAST_COSINE = 0.9999;

  private final List<String> texts;
  private final List<float[]> expected;

  /**
   * @param expected the embedding of each text
   */
  EqualityGate(List<String> texts, List<float[]> expected) {
    this.texts = List.copyOf(texts);
    this.expected = List.copyOf(expected);
  }

  /** With the bundle's own answers to each text alone. */
  static EqualityGate of(ModelBundle bundle, List<String> texts) {
    List<float[]> expected = new ArrayList<>();
    try (TextEncoder encoder = TextEncoder.open(bundle);
        TextEncoder.Session session = encoder.newSession()) {
      for (String text : texts) {
        expected.add(session.forward(List.of(encoder.tokenize(text)))[0][0]);
      }
    } catch (TranslateException e) {
      throw new IllegalStateException("The encoder failed on one of the benchmark's texts", e);
    }
    return new EqualityGate(texts, expected);
  }

  /** Whether an arm may be timed, and how close it comes, in a line. */
  record Verdict(boolean isEqual, String line) {}

  Verdict judge(InferenceArm arm) {
    List<float[]> found = arm.embeddings(texts);
    if (found.size() != expected.size()) {
      return refused(
          arm, "it gave %d embeddings for %d texts".formatted(found.size(), expected.size()));
    }

    int far = 0;
    int worst = 0;
    double lowest = Double.POSITIVE_INFINITY;
    for (int text = 0; text < found.size(); text++) {
      double cosine = cosine(expected.get(text), found.get(text));
      if (Double.isNaN(cosine)) {
        return refused(
            arm,
            "it gave no embedding of %d numbers for text %d"
                .formatted(expected.get(text).length, text + 1));
      }
      far += cosine < LEAST_COSINE ? 1 : 0;
      if (cosine < lowest) {
        worst = text;
        lowest = cosine;
      }
    }
    if (far > 0) {
      return refused(
          arm,
          String.format(
              Locale.ROOT,
              "the embeddings of %d of %d texts have a cosine below %.4f with the model's own, that of text %d the lowest, %.6f",
              far,
              expected.size(),
              LEAST_COSINE,
              worst + 1,
              lowest));
    }
    return new Verdict(
        true,
        String.format(
            Locale.ROOT,
            "equal: %s, cosine %.7f or more on %d texts",
            arm.name(),
            lowest,
            expected.size()));
  }

  private static Verdict refused(InferenceArm arm, String why) {
    return new Verdict(
        false, "Cannot time %s: %s. It would be another model's speed.".formatted(arm.name(), why));
  }

  /** No number where one of them has none, or another count of them. */
  private static double cosine(float[] left, float[] right) {
    if (left.length != right.length) {
      return Double.NaN;
    }
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

  /** The embeddings that the product's operator made, by the key of their text. */
  static Map<String, float[]> byKey(List<CachedInference> read) {
    return read.stream()
        .filter(text -> text.embedding() != null)
        .collect(toMap(CachedInference::inputKey, text -> floats(text.embedding())));
  }

  static float[] floats(byte[] embedding) {
    float[] values = new float[embedding.length / Float.BYTES];
    ByteBuffer.wrap(embedding).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
