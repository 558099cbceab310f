package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.translate.TranslateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class TestDeviceFeeder {
  /** Gives each text's first token back, and fails on 13. */
  private static final ForwardPass FIRST_TOKENS =
      batch -> {
        float[] values = new float[batch.rows()];
        for (int row = 0; row < batch.rows(); row++) {
          values[row] = batch.ids().get(row * batch.longest());
          if (values[row] == 13) {
            throw new TranslateException("thirteen");
          }
        }
        return new BatchOutputs(batch.rows(), List.of(new BatchOutputs.Output(values, 1, false)));
      };

  @Test
  void everyTaskGetsItsOwnAnswersAndOneThreadReadsForAll() throws Exception {
    Set<Thread> readers = ConcurrentHashMap.newKeySet();
    ForwardPass model =
        batch -> {
          readers.add(Thread.currentThread());
          return FIRST_TOKENS.run(batch);
        };
    ExecutorService tasks = Executors.newFixedThreadPool(8);
    try (DeviceFeeder feeder = new DeviceFeeder("gpu 0", 2)) {
      List<Future<List<Float>>> read = new ArrayList<>();
      for (int task = 0; task < 8; task++) {
        int first = 100 * (task + 1);
        read.add(tasks.submit(() -> hundred(feeder.reader(model), first)));
      }

      for (int task = 0; task < 8; task++) {
        List<Float> expected = new ArrayList<>();
        for (int text = 0; text < 100; text++) {
          expected.add(100f * (task + 1) + text);
        }
        assertThat(read.get(task).get()).isEqualTo(expected);
      }
      assertThat(readers).hasSize(1);
    } finally {
      tasks.shutdownNow();
    }
  }

  private static List<Float> hundred(BatchReader reader, int first) {
    List<CompletableFuture<BatchOutputs>> answers = new ArrayList<>();
    for (int text = 0; text < 100; text++) {
      answers.add(reader.read(text(first + text)));
    }
    return answers.stream().map(answer -> answer.join().ofRow(0, 1)[0][0]).toList();
  }

  @Test
  void aBatchThatFailsTellsOnlyWhoAskedForIt() {
    try (DeviceFeeder feeder = new DeviceFeeder("gpu 0", 4)) {
      BatchReader reader = feeder.reader(FIRST_TOKENS);

      CompletableFuture<BatchOutputs> before = reader.read(text(12));
      CompletableFuture<BatchOutputs> failing = reader.read(text(13));
      CompletableFuture<BatchOutputs> after = reader.read(text(14));

      assertThat(before.join().ofRow(0, 1)[0]).containsExactly(12);
      assertThatThrownBy(failing::join)
          .hasCauseInstanceOf(TranslateException.class)
          .hasMessageContaining("thirteen");
      assertThat(after.join().ofRow(0, 1)[0]).containsExactly(14);
    }
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorTellsWhoAskedForTheBatchAndTheFeederGoesOn(Error error) throws Exception {
    ForwardPass model =
        batch -> {
          if (batch.ids().get(0) == 13) {
            throw error;
          }
          return FIRST_TOKENS.run(batch);
        };
    try (DeviceFeeder feeder = new DeviceFeeder("gpu 0", 4)) {
      CompletableFuture<BatchOutputs> failing = feeder.reader(model).read(text(13));
      CompletableFuture<BatchOutputs> ofAnotherTask = feeder.reader(model).read(text(14));

      assertThat(failing)
          .failsWithin(10, TimeUnit.SECONDS)
          .withThrowableOfType(ExecutionException.class)
          .withCause(error);
      assertThat(ofAnotherTask.get(10, TimeUnit.SECONDS).ofRow(0, 1)[0]).containsExactly(14);
    }
  }

  private static List<Error> errors() {
    return List.of(
        new OutOfMemoryError("no room for a batch"),
        new UnsatisfiedLinkError("no such function"),
        new StackOverflowError("too deep"),
        new AssertionError("a bug"));
  }

  @Test
  void whoFindsTheQueueFullWaits() throws Exception {
    CountDownLatch isReading = new CountDownLatch(1);
    CountDownLatch mayRead = new CountDownLatch(1);
    ForwardPass slow =
        batch -> {
          isReading.countDown();
          await(mayRead);
          return FIRST_TOKENS.run(batch);
        };
    try (DeviceFeeder feeder = new DeviceFeeder("gpu 0", 1)) {
      BatchReader reader = feeder.reader(slow);
      CompletableFuture<BatchOutputs> first = reader.read(text(1));
      isReading.await();
      CompletableFuture<BatchOutputs> second = reader.read(text(2));
      CountDownLatch isQueued = new CountDownLatch(1);

      CompletableFuture<BatchOutputs> third =
          CompletableFuture.supplyAsync(
              () -> {
                CompletableFuture<BatchOutputs> answer = reader.read(text(3));
                isQueued.countDown();
                return answer.join();
              });

      assertThat(isQueued.await(300, TimeUnit.MILLISECONDS)).isFalse();
      mayRead.countDown();
      for (CompletableFuture<BatchOutputs> read : List.of(first, second, third)) {
        assertThat(read.get().rows()).isEqualTo(1);
      }
    }
  }

  @Test
  void closingEndsThePassThatRunsAndRefusesTheRest() throws Exception {
    CountDownLatch isReading = new CountDownLatch(1);
    CountDownLatch mayRead = new CountDownLatch(1);
    DeviceFeeder feeder = new DeviceFeeder("gpu 0", 4);
    BatchReader reader =
        feeder.reader(
            batch -> {
              isReading.countDown();
              await(mayRead);
              return FIRST_TOKENS.run(batch);
            });
    CompletableFuture<BatchOutputs> running = reader.read(text(1));
    isReading.await();
    CompletableFuture<BatchOutputs> waiting = reader.read(text(2));

    CompletableFuture<Void> closing = CompletableFuture.runAsync(feeder::close);
    CompletableFuture<BatchOutputs> late = null;
    while (late == null || !late.isDone()) {
      late = reader.read(text(3));
    }
    mayRead.countDown();
    closing.get();

    assertThat(running.join().ofRow(0, 1)[0]).containsExactly(1);
    for (CompletableFuture<BatchOutputs> refused : List.of(waiting, late)) {
      assertThatThrownBy(refused::join).hasMessageContaining("The feeder of gpu 0 was closed");
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("talktrack-feeder-gpu 0"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static PaddedBatch text(long first) {
    return PaddedBatch.of(List.of(new long[] {first}));
  }
}
