package io.talktrack.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talktrack.jobs.models.Calibration.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestCalibration {
  private final Random random = new Random(3);

  @Test
  void aHeadThatIsThreeTimesTooSureGetsTemperatureThree() {
    List<double[]> logits = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int row = 0; row < 20_000; row++) {
      double honest = 2 * random.nextGaussian();
      logits.add(new double[] {3 * honest, 0});
      labels.add(random.nextDouble() < Calibration.sigmoid(honest) ? 0 : 1);
    }

    assertThat(Calibration.temperature(logits, labels)).isCloseTo(3, within(0.15));
  }

  @Test
  void plattFindsSlopeAndOffset() {
    double[] logits = new double[20_000];
    boolean[] holds = new boolean[logits.length];
    for (int row = 0; row < logits.length; row++) {
      logits[row] = 2 * random.nextGaussian();
      holds[row] = random.nextDouble() < Calibration.sigmoid(0.5 * logits[row] - 1);
    }

    Scale scale = Calibration.platt(logits, holds);

    assertThat(scale.slope()).isCloseTo(0.5, within(0.03));
    assertThat(scale.offset()).isCloseTo(-1, within(0.05));
  }

  @Test
  void softmaxOfHugeLogitsIsStillANumber() {
    assertThat(Calibration.softmax(new double[] {5000, 4999}, 1)[0])
        .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
  }
}
