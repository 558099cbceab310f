package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTokenBudget {
  @TempDir private Path cache;

  @Test
  void whatIsClearlyFasterIsTaken() {
    assertThat(TokenBudget.fastest(Map.of(256, 3.0, 512, 2.0, 1024, 1.5, 2048, 1.6)))
        .isEqualTo(1024);
  }

  @Test
  void withinTheNoiseTheUsualOneStays() {
    assertThat(TokenBudget.fastest(Map.of(256, 3.0, 512, 2.0, 1024, 1.95, 2048, 2.1)))
        .isEqualTo(512);
  }

  @Test
  void whatWasMeasuredIsNotMeasuredAgain() throws Exception {
    keep("token-budget-%s-no-model-0.txt", 2048);

    assertThat(TokenBudget.of(nothingToLoad("0"), cache)).isEqualTo(2048);
  }

  @Test
  void everyBundleHasItsOwnOnEveryKindOfProcessor() throws Exception {
    keep("token-budget-%s-no-model-0.txt", 2048);
    keep("token-budget-%s-no-model-1.txt", 256);

    assertThat(TokenBudget.of(nothingToLoad("0"), cache)).isEqualTo(2048);
    assertThat(TokenBudget.of(nothingToLoad("1"), cache)).isEqualTo(256);
    assertThat(TokenBudget.fileName("amd64-avx2", nothingToLoad("1")))
        .isEqualTo("token-budget-amd64-avx2-no-model-1.txt")
        .isNotEqualTo(TokenBudget.fileName("amd64-avx512f", nothingToLoad("1")));
  }

  @Test
  @Tag("slow")
  void whatIsMeasuredIsKept() throws Exception {
    ModelBundle bundle = ShippedBundles.named("talktrack-en");
    int measured = TokenBudget.of(bundle, cache);

    assertThat(TokenBudget.CHOICES).contains(measured);
    assertThat(Files.readString(cache.resolve(TokenBudget.fileName(Processor.kind(), bundle))))
        .isEqualTo(measured + "\n");
  }

  private void keep(String name, int budget) throws IOException {
    Files.writeString(cache.resolve(name.formatted(Processor.kind())), budget + "\n");
  }

  private ModelBundle nothingToLoad(String hash) {
    return new ModelBundle(cache, "no-model", "en", 384, 256, "fp32", hash, List.of());
  }
}
