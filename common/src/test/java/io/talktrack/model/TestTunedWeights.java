package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.model.EncoderParameters.Parameter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestTunedWeights {
  private static final String MATRIX = "encoder.layer.3.intermediate.dense.weight";
  private static final String BIAS = "encoder.layer.3.intermediate.dense.bias";
  private static byte[] graph;
  private static Map<String, Parameter> before;

  @BeforeAll
  static void readEncoder() {
    graph = ModelBundle.graph(Pretrained.ALL_MINILM_L6_V2);
    before = EncoderParameters.of(graph);
  }

  @Test
  void everyParameterOfTheEncoderIsFoundByName() {
    assertThat(before).hasSize(5 + 6 * 16);
    assertThat(before.get("embeddings.word_embeddings.weight").shape()).containsExactly(30522, 384);
    assertThat(before.get(MATRIX).shape()).containsExactly(384, 1536);
    assertThat(before.get(BIAS).shape()).containsExactly(1536);
  }

  @Test
  void aChangeSurvivesItsFileToAThousandthOfItself() {
    float[] matrix = before.get(MATRIX).values().clone();
    float[] bias = before.get(BIAS).values().clone();
    for (int place = 0; place < matrix.length; place++) {
      matrix[place] += 0.01f * (float) Math.sin(place);
    }
    bias[7] += 0.5f;

    TunedWeights kept =
        TunedWeights.fromBytes(
            "test",
            TunedWeights.between(before, new TreeMap<>(Map.of(MATRIX, matrix, BIAS, bias)))
                .toBytes());
    Map<String, Parameter> after = EncoderParameters.of(kept.applyTo(graph));

    float[] found = after.get(MATRIX).values();
    for (int place = 0; place < matrix.length; place++) {
      // half a step of the scale of its output
      assertThat(Math.abs(found[place] - matrix[place])).isLessThan(0.01f / 127 / 2 * 1.01f);
    }
    assertThat(after.get(BIAS).values()).containsExactly(bias);
    after.forEach(
        (name, parameter) -> {
          if (!name.equals(MATRIX) && !name.equals(BIAS)) {
            assertThat(Arrays.equals(parameter.values(), before.get(name).values()))
                .as(name)
                .isTrue();
          }
        });
  }

  @Test
  void theSameWeightsMakeTheSameFile() {
    float[] bias = before.get(BIAS).values().clone();
    bias[0] += 1;

    assertThat(TunedWeights.between(before, Map.of(BIAS, bias)).toBytes())
        .isEqualTo(TunedWeights.between(before, Map.of(BIAS, bias)).toBytes());
  }

  @Test
  void weightsOfAnotherEncoderAreRefused() {
    float[] bias = before.get(BIAS).values().clone();
    TunedWeights english = TunedWeights.between(before, Map.of(BIAS, bias));

    assertThatThrownBy(() -> english.applyTo(ModelBundle.graph(Pretrained.BGE_SMALL_ZH_V1_5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot tune the encoder: its parameter %s is missing or of another size. The tuned weights belong to another encoder.",
            BIAS);
  }

  @Test
  void aTornFileIsRefusedWithItsPlace() {
    float[] bias = before.get(BIAS).values().clone();
    byte[] whole = TunedWeights.between(before, Map.of(BIAS, bias)).toBytes();

    for (int length : new int[] {0, 5, whole.length / 2, whole.length - 9}) {
      assertThatThrownBy(
              () ->
                  TunedWeights.fromBytes("conf/models/own", Arrays.copyOf(whole, length))
                      .applyTo(graph))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage(
              "Cannot read the tuned weights of conf/models/own: the file is torn or was not made by `talktrack models train`. Put it back from where the model came.");
    }
  }
}
