package io.talktrack.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestTimings {
  @Test
  void theMedianStandsBeforeTheExtremes() {
    assertThat(timings(9, 1, 2).text("%.1f")).isEqualTo("2.0 (1.0 to 9.0)");
  }

  @Test
  void ofAnEvenNumberTheMiddleTwoAreAveraged() {
    assertThat(timings(1, 2, 4, 100).median()).isEqualTo(3);
  }

  private static Timings timings(double... values) {
    Timings timings = new Timings();
    for (double value : values) {
      timings.add(value);
    }
    return timings;
  }
}
