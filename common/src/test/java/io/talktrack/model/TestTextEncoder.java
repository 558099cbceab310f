package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.talktrack.model.Head.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTextEncoder {
  private static final List<String> TEXTS =
      List.of(
          "that's more than we have",
          "Honestly, the board only signed off half of it for this year, so we would have to wait.",
          "ok",
          "Can you send me the security questionnaire before Thursday, and copy in our IT lead please?",
          "yeah",
          "We looked at two other vendors and one of them already talks to our warehouse system.",
          "mm-hm",
          "I would need my director to agree to that");

  @TempDir static Path cache;
  private static TextEncoder encoder;

  @BeforeAll
  static void open() {
    encoder = TextEncoder.open(ModelBundle.build(randomHeads(Pretrained.ALL_MINILM_L6_V2), cache));
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void aTextAloneOrPaddedOrShuffledGivesTheSameBits() throws Exception {
    List<long[]> tokens = TEXTS.stream().map(encoder::tokenize).toList();
    try (TextEncoder.Session session = encoder.newSession()) {
      List<float[][]> alone = new ArrayList<>();
      for (long[] text : tokens) {
        alone.add(session.forward(List.of(text))[0]);
      }

      Random random = new Random(7);
      for (int round = 0; round < 20; round++) {
        List<Integer> order = new ArrayList<>();
        for (int copy = 0; copy < 1 + random.nextInt(8); copy++) {
          for (int text = 0; text < tokens.size(); text++) {
            order.add(text);
          }
        }
        Collections.shuffle(order, random);
        float[][][] together = session.forward(order.stream().map(tokens::get).toList());
        for (int row = 0; row < order.size(); row++) {
          assertThat(together[row])
              .as("row %d of %d", row, order.size())
              .isDeepEqualTo(alone.get(order.get(row)));
        }
      }
    }
  }

  @Test
  void embeddingsHaveLengthOneAndProbabilitiesAddUp() throws Exception {
    try (TextEncoder.Session session = encoder.newSession()) {
      float[][] outputs = session.forward(List.of(encoder.tokenize(TEXTS.get(1))))[0];

      double squares = 0;
      for (float value : outputs[0]) {
        squares += value * (double) value;
      }
      assertThat(squares).isCloseTo(1, within(1e-5));
      assertThat((double) outputs[1][0] + outputs[1][1] + outputs[1][2]).isCloseTo(1, within(1e-6));
      assertThat(outputs[2]).hasSize(11);
    }
  }

  private static TrainedHeads randomHeads(Pretrained pretrained) {
    Random random = new Random(11);
    return new TrainedHeads(
        "random",
        "en",
        pretrained,
        256,
        List.of(
            head("sentiment", Kind.ONE_OF, 3, pretrained.dimensions(), random),
            head("objection", Kind.ANY_OF, 11, pretrained.dimensions(), random)),
        JsonNodeFactory.instance.objectNode(),
        "# random heads for a test");
  }

  private static Head head(String name, Kind kind, int labels, int dimensions, Random random) {
    float[][] weights = new float[labels][dimensions];
    for (float[] row : weights) {
      for (int column = 0; column < dimensions; column++) {
        row[column] = (float) random.nextGaussian();
      }
    }
    List<String> names = new ArrayList<>();
    for (int label = 0; label < labels; label++) {
      names.add("label-" + label);
    }
    return new Head(name, kind, names, weights, new float[labels], new double[labels]);
  }
}
