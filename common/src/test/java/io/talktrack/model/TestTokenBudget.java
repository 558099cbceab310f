package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

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
    Files.writeString(
        cache.resolve("token-budget-%s-fp32-384.txt".formatted(Processor.kind())), "2048\n");
    ModelBundle nothingToLoad =
        new ModelBundle(cache, "no-model", "en", 384, 256, "fp32", "0", List.of());

    assertThat(TokenBudget.of(nothingToLoad, cache)).isEqualTo(2048);
  }

  @Test
  @Tag("slow")
  void whatIsMeasuredIsKept() throws Exception {
    int measured = TokenBudget.of(ShippedBundles.named("talktrack-en"), cache);

    assertThat(TokenBudget.CHOICES).contains(measured);
    assertThat(
            Files.readString(
                cache.resolve("token-budget-%s-fp32-384.txt".formatted(Processor.kind()))))
        .isEqualTo(measured + "\n");
  }
}
