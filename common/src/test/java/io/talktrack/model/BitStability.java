package io.talktrack.model;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Holds a model to contract 9: whatever stands beside a text, its scores are the same bits. */
final class BitStability {
  private static final int[] BATCH_SIZES = {1, 3, 7, 8, 64};

  private BitStability() {}

  /**
   * Each text alone, then all together forwards and backwards and in shuffled batches of several
   * sizes, padded to their longest.
   */
  static void check(ModelBundle bundle, List<String> texts) throws Exception {
    try (TextEncoder encoder = TextEncoder.open(bundle);
        TextEncoder.Session session = encoder.newSession()) {
      List<long[]> tokens = texts.stream().map(encoder::tokenize).toList();
      List<float[][]> alone = new ArrayList<>();
      for (long[] text : tokens) {
        alone.add(session.forward(List.of(text))[0]);
      }

      List<Integer> all =
          IntStream.range(0, tokens.size()).boxed().collect(toCollection(ArrayList::new));
      checkTogether(session, tokens, alone, all);
      Collections.reverse(all);
      checkTogether(session, tokens, alone, all);

      Random random = new Random(7);
      for (int size : BATCH_SIZES) {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < Math.max(size, 2 * tokens.size()); row++) {
          order.add(row % tokens.size());
        }
        Collections.shuffle(order, random);
        for (int from = 0; from < order.size(); from += size) {
          checkTogether(
              session, tokens, alone, order.subList(from, Math.min(from + size, order.size())));
        }
      }
    }
  }

  private static void checkTogether(
      TextEncoder.Session session, List<long[]> tokens, List<float[][]> alone, List<Integer> batch)
      throws Exception {
    float[][][] together = session.forward(batch.stream().map(tokens::get).toList());
    for (int row = 0; row < batch.size(); row++) {
      assertThat(together[row])
          .as("text %d, row %d of %d", batch.get(row), row, batch.size())
          .isDeepEqualTo(alone.get(batch.get(row)));
    }
  }
}
