package io.talktrack.model;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that runs models on a device, so that no two tasks get in each other's way there.
 *
 * <p>Tasks tokenise, pad and read answers; they wait where the queue is full. Batches are read as
 * they come, one task's in its own order, and a batch that fails tells only who asked for it.
 */
final class DeviceFeeder implements AutoCloseable {
  private static final int UNDER_WAY = 4;
  private static final long WAIT_MILLIS = 100;
  private static final long END_MILLIS = 10_000;

  private final String device;
  private final BlockingQueue<Request> waiting;
  private final Thread thread;
  private volatile boolean closed;

  private record Request(
      ForwardPass model, PaddedBatch batch, CompletableFuture<BatchOutputs> answer) {
    void run() {
      try {
        answer.complete(model.run(batch));
      } catch (Throwable e) {
        // an error too: a task waits for this answer, and tells Spark
        answer.completeExceptionally(e);
      }
    }
  }

  /**
   * Starts it.
   *
   * @param device for messages and the thread's name
   * @param capacity batches that may wait; more would only hold memory
   */
  DeviceFeeder(String device, int capacity) {
    this.device = device;
    waiting = new ArrayBlockingQueue<>(capacity);
    thread = new Thread(this::feed, "talktrack-feeder-" + device);
    thread.setDaemon(true);
    thread.start();
  }

  /** One task's way to a model by this feeder; closing it leaves model and feeder as they are. */
  BatchReader reader(ForwardPass model) {
    return new BatchReader() {
      @Override
      public CompletableFuture<BatchOutputs> read(PaddedBatch batch) {
        Request request = new Request(model, batch, new CompletableFuture<>());
        enqueue(request);
        return request.answer();
      }

      @Override
      public int depth() {
        return UNDER_WAY;
      }

      @Override
      public void close() {}
    };
  }

  private void enqueue(Request request) {
    try {
      while (!closed && !waiting.offer(request, WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        // the device is behind
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      request.answer().completeExceptionally(e);
    }
    // also what came in while it was being closed
    if (closed) {
      refuseWaiting();
      refuse(request);
    }
  }

  private void feed() {
    try {
      while (!closed) {
        Request request = waiting.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        if (request != null) {
          request.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed = true;
      refuseWaiting();
    }
  }

  private void refuseWaiting() {
    for (Request request = waiting.poll(); request != null; request = waiting.poll()) {
      refuse(request);
    }
  }

  private void refuse(Request request) {
    request
        .answer()
        .completeExceptionally(
            new IllegalStateException("The feeder of %s was closed".formatted(device)));
  }

  /** Lets the pass that runs end, refuses those that wait, and ends the thread. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
