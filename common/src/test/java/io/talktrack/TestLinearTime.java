package io.talktrack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class TestLinearTime {
  private final LongAdder done = new LongAdder();

  @Test
  void workThatGrowsWithItsInputPasses() {
    assertThatCode(() -> LinearTime.assertLinear(200, size -> size, size -> steps(size * 10_000L)))
        .doesNotThrowAnyException();
  }

  @Test
  void workThatGrowsWithTheSquareOfItsInputFails() {
    assertThatThrownBy(
            () -> LinearTime.assertLinear(6000, size -> size, size -> steps((long) size * size)))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Twice the input takes ");
  }

  private void steps(long count) {
    for (long step = 0; step < count; step++) {
      done.increment();
    }
  }
}
