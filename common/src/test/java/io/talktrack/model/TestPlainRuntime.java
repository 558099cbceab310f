package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TestPlainRuntime {
  private static final List<String> TEXTS =
      List.of(
          "Honestly, the board only signed off half of it for this year, so we would have to wait.",
          "ok",
          "I would need my director to agree to that",
          "yeah",
          "that's more than we have");

  private final ModelBundle bundle = ShippedBundles.named("talktrack-en");

  @Test
  void embeddingsAreTheTextsOwnInTheirOrder() throws Exception {
    try (PlainRuntime runtime = PlainRuntime.open(bundle);
        TextEncoder encoder = TextEncoder.open(bundle);
        TextEncoder.Session session = encoder.newSession()) {
      List<float[]> embeddings = runtime.embeddings(TEXTS, 32);

      assertThat(embeddings).hasSameSizeAs(TEXTS);
      for (int text = 0; text < TEXTS.size(); text++) {
        assertThat(embeddings.get(text))
            .containsExactly(session.embed(TEXTS.get(text)), offset(1e-5f));
      }
    }
  }

  @Test
  void padsAndPassesAreCountedOverAllThreads() throws Exception {
    try (PlainRuntime runtime = PlainRuntime.open(bundle);
        TextEncoder encoder = TextEncoder.open(bundle)) {
      List<Integer> lengths =
          TEXTS.stream().map(text -> encoder.tokenize(text).length).sorted().toList();
      long tokens = lengths.stream().mapToInt(length -> length).sum();
      int longest = lengths.get(lengths.size() - 1);

      assertThat(runtime.read(TEXTS, 1, 1_000))
          .isEqualTo(new ModelWork(0, 1, tokens, (long) TEXTS.size() * longest));
      assertThat(runtime.read(TEXTS, 2, 1))
          .isEqualTo(new ModelWork(0, TEXTS.size(), tokens, tokens));
    }
  }
}
