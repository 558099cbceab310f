package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestTokenBatches {
  @Test
  void rowsGoTogetherByLengthUpToTheBudget() {
    List<int[]> batches = TokenBatches.of(new int[] {10, 2, 3, 10, 2}, 20);

    assertThat(batches).containsExactly(new int[] {1, 4, 2}, new int[] {0, 3});
  }

  @Test
  void aRowOverTheBudgetIsReadAlone() {
    List<int[]> batches = TokenBatches.of(new int[] {30, 5, 40, 5}, 20);

    assertThat(batches).containsExactly(new int[] {1, 3}, new int[] {0}, new int[] {2});
  }

  @Test
  void noRowsMakeNoBatch() {
    assertThat(TokenBatches.of(new int[0], 512)).isEmpty();
  }

  @Test
  void everyRowIsReadOnceWithinTheBudgetInOrderOfLength() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      int[] lengths = random.ints(random.nextInt(200), 1, 257).toArray();
      int budget = 1 + random.nextInt(2048);

      List<int[]> batches = TokenBatches.of(lengths, budget);

      List<Integer> read = new ArrayList<>();
      int previous = 0;
      for (int[] batch : batches) {
        int longest = IntStream.of(batch).map(row -> lengths[row]).max().orElseThrow();
        assertThat(batch.length == 1 || batch.length * longest <= budget)
            .as("%d rows of %d tokens, budget %d", batch.length, longest, budget)
            .isTrue();
        for (int row : batch) {
          assertThat(lengths[row]).isGreaterThanOrEqualTo(previous);
          previous = lengths[row];
          read.add(row);
        }
      }
      assertThat(read)
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, lengths.length).boxed().toList());
    }
  }

  @Test
  void littleIsPaddingWhereLengthsAreAsInCalls() {
    // mostly short turns, some long ones
    Random random = new Random(5);
    int[] lengths =
        IntStream.range(0, 8192)
            .map(row -> (int) Math.min(256, 3 + Math.exp(2.5 + random.nextGaussian())))
            .toArray();

    long padded =
        TokenBatches.of(lengths, 512).stream()
            .mapToLong(
                batch ->
                    (long) batch.length
                        * Arrays.stream(batch).map(row -> lengths[row]).max().orElse(0))
            .sum();

    assertThat(padded / (double) IntStream.of(lengths).sum()).isLessThan(1.05);
  }
}
