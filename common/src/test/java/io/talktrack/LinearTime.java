package io.talktrack;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Tells linear work from quadratic: twice the input takes about twice as long, and not four times.
 * The least of several times counts, as a busy machine only adds to it.
 */
public final class LinearTime {
  private static final double MOST_FOR_TWICE = 3;
  private static final int FEWEST_ROUNDS = 2;
  private static final int MOST_ROUNDS = 8;
  // below this caches and other programs tell more than the work, and a square would be above it
  private static final long SHORT_NANOS = Duration.ofMillis(250).toNanos();
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private LinearTime() {}

  /**
   * Fails where the work grows faster than its input.
   *
   * @param size so large that a quadratic work would take long
   * @param input made before the clock runs
   */
  public static <T> void assertLinear(int size, IntFunction<T> input, Consumer<T> work) {
    T once = input.apply(size);
    T twice = input.apply(2 * size);
    assertTimeoutPreemptively(LONGEST, () -> compare(once, twice, work));
  }

  private static <T> void compare(T once, T twice, Consumer<T> work) {
    work.accept(once);
    long least = Long.MAX_VALUE;
    long leastOfTwice = Long.MAX_VALUE;
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      least = Math.min(least, nanos(work, once));
      leastOfTwice = Math.min(leastOfTwice, nanos(work, twice));
      boolean isLinear = round >= FEWEST_ROUNDS && leastOfTwice < MOST_FOR_TWICE * least;
      if (isLinear || leastOfTwice < SHORT_NANOS) {
        return;
      }
    }
    throw new AssertionError(
        "Twice the input takes %.1f times as long: %,d ms instead of %,d ms"
            .formatted((double) leastOfTwice / least, leastOfTwice / 1_000_000, least / 1_000_000));
  }

  private static <T> long nanos(Consumer<T> work, T input) {
    long start = System.nanoTime();
    work.accept(input);
    return System.nanoTime() - start;
  }
}
