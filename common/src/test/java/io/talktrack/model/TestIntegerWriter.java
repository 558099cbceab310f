package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.model.ActivationRanges.Range;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TestIntegerWriter {
  private static final List<String> SENTENCES =
      List.of(
          "that's more than we have",
          "Honestly, the board only signed off half of it for this year, so we would have to wait.",
          "ok",
          "Can you send me the security questionnaire before Thursday, and copy in our IT lead please?",
          "We looked at two other vendors and one of them already talks to our warehouse system.",
          "mm-hm",
          "12,500 pounds 😀");

  @TempDir private static Path cache;
  private static ModelBundle exact;
  private static ActivationRanges ranges;
  private static ModelBundle rounded;

  @BeforeAll
  static void measure() {
    TrainedHeads heads = RandomHeads.on(Pretrained.ALL_MINILM_L6_V2);
    exact = ModelBundle.build(heads, cache);
    ranges = RangeFinder.find(exact, SENTENCES);
    rounded = ModelBundle.build(heads, Optional.of(ranges), cache);
  }

  @Test
  void anInt8BundleIsSmallerAndSaysSo() {
    assertThat(rounded.precision()).isEqualTo("int8");
    assertThat(rounded.hash()).isNotEqualTo(exact.hash());
    assertThat(rounded.folder()).isNotEqualTo(exact.folder());
    assertThat(rounded.folder().resolve("model.onnx").toFile().length())
        .isLessThan(exact.folder().resolve("model.onnx").toFile().length() * 2 / 3);
  }

  @Test
  void itsEmbeddingsStayCloseToThoseOfFp32() throws Exception {
    try (TextEncoder before = TextEncoder.open(exact);
        TextEncoder.Session exactly = before.newSession();
        TextEncoder after = TextEncoder.open(rounded);
        TextEncoder.Session roughly = after.newSession()) {
      for (String sentence : SENTENCES) {
        long[] tokens = before.tokenize(sentence);

        assertThat(cosine(embedding(exactly, tokens), embedding(roughly, tokens)))
            .as(sentence)
            .isGreaterThan(0.97);
      }
    }
  }

  @Test
  void aTextAloneOrPaddedOrShuffledInAnyBatchGivesTheSameBits() throws Exception {
    BitStability.check(rounded, SENTENCES);
  }

  @Test
  void rangesAreTheSameWhenReadAgain() {
    assertThat(ActivationRanges.fromJson("here", ranges.toJson()))
        .usingRecursiveComparison()
        .isEqualTo(ranges);
    assertThat(ranges.inputs()).hasSize(24);
  }

  @Test
  void rangesOfAnotherEncoderAreRefused() {
    TrainedHeads chinese = RandomHeads.on(Pretrained.BGE_SMALL_ZH_V1_5);

    assertThatThrownBy(() -> ModelBundle.build(chinese, Optional.of(ranges), cache))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot make an int8 bundle: the ranges in int8.json were measured on another encoder. Run `talktrack models calibrate`, or set models.precision to fp32.");
  }

  @Test
  void tornRangesAreNamed() {
    ActivationRanges few =
        new ActivationRanges("0", 1, new TreeMap<>(Map.of("x", new Range(0, 1, new float[0]))));
    String torn = few.toJson().substring(0, 20);

    assertThatThrownBy(() -> ActivationRanges.fromJson("conf/int8.json", torn))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read the ranges of an int8 bundle from conf/int8.json: it is torn or was not made by `talktrack models calibrate`. Run that, or set models.precision to fp32.");
  }

  private static float[] embedding(TextEncoder.Session session, long[] tokens) throws Exception {
    return session.forward(List.of(tokens))[0][0];
  }

  private static double cosine(float[] left, float[] right) {
    double product = 0;
    for (int dimension = 0; dimension < left.length; dimension++) {
      product += left[dimension] * (double) right[dimension];
    }
    return product;
  }
}
