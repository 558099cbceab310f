package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestSaidProbability {
  @Test
  void theErrorIsTheGapOfEachTenthByHowManyItHas() {
    List<SaidProbability> said =
        List.of(
            new SaidProbability("a", 0.9, true),
            new SaidProbability("a", 0.9, false),
            new SaidProbability("b", 0.1, false),
            new SaidProbability("b", 0.1, false));

    Interval error = SaidProbability.calibrationError(said);

    // in the upper tenth 1.8 said and 1 held, in the lower 0.2 and 0
    assertThat(error.value()).isCloseTo((0.8 + 0.2) / 4, within(1e-9));
    assertThat(error.value())
        .isCloseTo(SaidProbability.bins(said).error(), within(1e-9))
        .isBetween(error.low(), error.high());
  }

  @Test
  void theIntervalLiesAroundTheValueEvenWhereAllErrorIsChance() {
    SplittableRandom random = new SplittableRandom(1);
    List<SaidProbability> said = new ArrayList<>();
    for (int one = 0; one < 25_000; one++) {
      double probability = random.nextDouble();
      said.add(
          new SaidProbability(
              "scenario-" + random.nextInt(400), probability, random.nextDouble() < probability));
    }

    Interval error = SaidProbability.calibrationError(said);

    // tenths taken without a sign would be drawn about √2 times as far from 0
    assertThat(error.value()).isBetween(error.low(), error.high()).isLessThan(0.02);
    assertThat((error.low() + error.high()) / 2)
        .isCloseTo(error.value(), within(0.1 * error.value()));
  }

  @Test
  void nothingSaidHasNoError() {
    assertThat(SaidProbability.calibrationError(List.of())).hasToString("–");
  }
}
