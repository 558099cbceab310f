package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The feeder as on a GPU, with ONNX Runtime's session of a CPU behind it. */
@Tag("slow")
class TestFeederOnModel {
  private static final String TEXT = "we would need our director to agree to that price first ";

  @Test
  void whicheverTaskComesFirstAndWhateverIsInTheBatchATextsBitsAreTheSame() throws Exception {
    ExecutorService tasks = Executors.newFixedThreadPool(3);
    try (TextEncoder encoder = TextEncoder.open(ShippedBundles.named("talktrack-en"));
        TextEncoder.Session alone = encoder.newSession();
        TextEncoder.Session ofFeeder = encoder.newSession();
        DeviceFeeder feeder = new DeviceFeeder("cpu", 2)) {
      List<long[]> texts = new ArrayList<>();
      List<float[][]> expected = new ArrayList<>();
      for (int length = 3; length < TEXT.length(); length += 5) {
        texts.add(encoder.tokenize(TEXT.substring(0, length)));
        expected.add(alone.forward(List.of(texts.get(texts.size() - 1)))[0]);
      }

      List<Future<List<CompletableFuture<BatchOutputs>>>> read = new ArrayList<>();
      List<List<Integer>> orders = new ArrayList<>();
      for (int task = 0; task < 3; task++) {
        List<Integer> order = new Random(task).ints(40, 0, texts.size()).boxed().toList();
        orders.add(order);
        int size = 1 + 3 * task;
        read.add(
            tasks.submit(
                () -> {
                  BatchReader reader = feeder.reader(ofFeeder::run);
                  List<CompletableFuture<BatchOutputs>> answers = new ArrayList<>();
                  for (int from = 0; from < 40; from += size) {
                    answers.add(
                        reader.read(
                            PaddedBatch.of(
                                order.subList(from, Math.min(40, from + size)).stream()
                                    .map(texts::get)
                                    .toList())));
                  }
                  return answers;
                }));
      }

      for (int task = 0; task < 3; task++) {
        int size = 1 + 3 * task;
        List<CompletableFuture<BatchOutputs>> answers = read.get(task).get();
        for (int position = 0; position < 40; position++) {
          int text = orders.get(task).get(position);
          assertThat(
                  answers
                      .get(position / size)
                      .join()
                      .ofRow(position % size, texts.get(text).length))
              .as("text %d of task %d", text, task)
              .isDeepEqualTo(expected.get(text));
        }
      }
    } finally {
      tasks.shutdownNow();
    }
  }
}
