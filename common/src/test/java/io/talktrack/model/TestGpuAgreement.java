package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a GPU says in 16 bits against what the CPU says in 32; skipped where there is no GPU. */
@Tag("slow")
class TestGpuAgreement {
  private static final List<String> TEXTS =
      IntStream.range(0, 64)
          .mapToObj(text -> "we have no budget for this, 说实话太贵了. ".repeat(1 + text % 12) + text)
          .toList();

  @ParameterizedTest
  @ValueSource(strings = {"talktrack-en", "talktrack-zh"})
  void aGpuAgreesWithTheCpu(String name) throws Exception {
    String missing = Gpus.missing(0);
    assumeTrue(missing.isEmpty(), "no GPU can be used here (" + missing + "): skipped");
    ModelBundle full = ShippedBundles.named(name);

    try (TextEncoder onCpu = TextEncoder.open(full);
        TextEncoder.Session cpu = onCpu.newSession();
        TextEncoder onGpu = TextEncoder.onGpu(GpuBundle.of(full), 0);
        TextEncoder.Session session = onGpu.newSession();
        DeviceFeeder feeder = new DeviceFeeder("gpu 0", 2)) {
      List<long[]> tokens = TEXTS.stream().map(onCpu::tokenize).toList();
      BatchOutputs gpu = feeder.reader(session::run).read(PaddedBatch.of(tokens)).join();

      for (int text = 0; text < tokens.size(); text++) {
        float[] expected = cpu.embed(tokens.get(text));
        float[] actual = gpu.ofRow(text, tokens.get(text).length)[0];
        double cosine = 0;
        for (int dimension = 0; dimension < expected.length; dimension++) {
          cosine += expected[dimension] * (double) actual[dimension];
        }
        assertThat(cosine).as("text %d", text).isGreaterThanOrEqualTo(0.999);
      }
    }
  }
}
