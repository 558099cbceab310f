package io.talktrack.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestThresholds {
  /** A hundred that surely do not hold, ten that may, ten that nearly do. */
  private static final double[] PROBABILITIES =
      IntStream.range(0, 120)
          .mapToDouble(text -> text < 100 ? 0.01 : text < 110 ? 0.5 : 0.95)
          .toArray();

  @Test
  void aRareLabelIsGivenOnlyWhereItIsLikely() {
    // at .5 and below every doubt counts seven times
    assertThat(Thresholds.bestF1(PROBABILITIES, 0.02)).isEqualTo(0.51);
  }

  @Test
  void aCommonLabelIsGivenToDoubtfulTextsToo() {
    assertThat(Thresholds.bestF1(PROBABILITIES, 0.5)).isEqualTo(0.3);
  }

  @Test
  void oneTextMoreMovesNothing() {
    double[] more =
        DoubleStream.concat(DoubleStream.of(PROBABILITIES), DoubleStream.of(0.5)).toArray();

    assertThat(Thresholds.bestF1(more, 0.02)).isEqualTo(0.51);
  }
}
