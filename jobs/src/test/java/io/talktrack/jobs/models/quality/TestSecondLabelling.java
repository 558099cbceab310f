package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestSecondLabelling {
  @Test
  void kappaIsWhatChanceLeaves() {
    // agreed on 3 of 4; by chance 1/2·3/4 + 1/2·1/4 = 1/2
    assertThat(SecondLabelling.kappa(List.of("A", "A", "B", "B"), List.of("A", "A", "A", "B")))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void theSameLabelsAreOneAndOppositeOnesBelowZero() {
    assertThat(SecondLabelling.kappa(List.of("A", "B"), List.of("A", "B"))).isEqualTo(1);
    assertThat(SecondLabelling.kappa(List.of("A", "A"), List.of("A", "A"))).isEqualTo(1);
    assertThat(SecondLabelling.kappa(List.of("A", "B"), List.of("B", "A"))).isEqualTo(-1);
  }
}
