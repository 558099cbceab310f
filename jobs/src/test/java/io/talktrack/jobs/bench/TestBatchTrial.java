package io.talktrack.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestBatchTrial {
  private final BatchTrial trial = new BatchTrial();

  @Test
  void theSizeWithTheHighestMedianIsTheBestNotTheOneThatWasOnceTheFastest() {
    add(4, 30, 90, 31);
    add(8, 50, 49, 51);
    add(16, 55, 54, 56);
    add(32, 45, 46, 44);

    assertThat(trial.best()).isEqualTo(16);
    assertThat(trial.line("Spark NLP", 200))
        .isEqualTo(
            "tried: Spark NLP on 200 texts, texts/s by batch size: 4: 31.0, 8: 50.0, 16: 55.0, 32: 45.0; the best is 16");
  }

  @Test
  void ofEqualSizesTheSmallestIsTheBest() {
    add(32, 50);
    add(8, 50);
    add(4, 49);

    assertThat(trial.best()).isEqualTo(8);
  }

  @Test
  void theBestSizeIsNamedBesideTheDefault() {
    assertThat(Peers.sparkNlpName(8, 16)).isEqualTo("Spark NLP, batches of 8 (its default)");
    assertThat(Peers.sparkNlpName(16, 16))
        .isEqualTo("Spark NLP, batches of 16 (its best of 4, 8, 16, 32, 64)");
    assertThat(Peers.sparkNlpName(8, 8))
        .isEqualTo("Spark NLP, batches of 8 (its default and its best of 4, 8, 16, 32, 64)");
  }

  private void add(int batch, double... rates) {
    for (double rate : rates) {
      trial.add(batch, rate);
    }
  }
}
