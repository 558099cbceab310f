package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * ONNX Runtime reads a graph of 16 bits on CPUs too, by widening; slower, and the same rounding.
 */
@Tag("slow")
class TestGpuBundle {
  private static final List<String> TEXTS =
      List.of(
          "ok",
          "Honestly, the board only signed off half of it for this year, so we would have to wait.",
          "说实话今年的预算董事会只批了一半，所以我们可能得等到明年再看。",
          "we looked at two other vendors, and one of them already talks to our system. "
              .repeat(12));

  @ParameterizedTest
  @ValueSource(strings = {"talktrack-en", "talktrack-zh"})
  void sixteenBitsAgreeWithThirtyTwo(String name) throws Exception {
    ModelBundle full = ShippedBundles.named(name);
    ModelBundle half = GpuBundle.of(full);

    assertThat(half.precision()).isEqualTo("fp16");
    assertThat(half.hash()).hasSize(32).isNotEqualTo(full.hash());
    assertThat(half.heads()).hasSameSizeAs(full.heads());
    assertThat(Files.size(half.folder().resolve("model.onnx")))
        .isLessThan(Files.size(full.folder().resolve("model.onnx")) * 6 / 10);
    try (TextEncoder exact = TextEncoder.open(full);
        TextEncoder.Session exactly = exact.newSession();
        TextEncoder rounded = TextEncoder.open(half);
        TextEncoder.Session roughly = rounded.newSession()) {
      for (String text : TEXTS) {
        List<long[]> tokens = List.of(exact.tokenize(text), exact.tokenize("yeah"));
        float[][] expected = exactly.forward(tokens)[0];
        float[][] actual = roughly.forward(tokens)[0];

        assertThat(cosine(actual[0], expected[0])).as(text).isGreaterThanOrEqualTo(0.999);
        for (int head = 1; head <= full.heads().size(); head++) {
          for (int label = 0; label < expected[head].length; label++) {
            assertThat(actual[head][label])
                .as("%s of '%s'", full.heads().get(head - 1).name(), text)
                .isCloseTo(expected[head][label], within(0.05f));
          }
        }
      }
    }
  }

  private static double cosine(float[] left, float[] right) {
    double product = 0;
    for (int dimension = 0; dimension < left.length; dimension++) {
      product += left[dimension] * (double) right[dimension];
    }
    return product;
  }
}
