package io.talktrack.model;

import ai.djl.translate.TranslateException;
import java.util.concurrent.CompletableFuture;

/** One task's way to a model: in its own thread, or by the feeder of a device. */
interface BatchReader extends AutoCloseable {
  /** Never throws: what goes wrong is in the future. */
  CompletableFuture<BatchOutputs> read(PaddedBatch batch);

  /** How many batches it is worth to have under way. */
  int depth();

  @Override
  void close();

  /** Reads when it is asked. */
  static BatchReader inThisThread(ForwardPass model, Runnable close) {
    return new BatchReader() {
      @Override
      public CompletableFuture<BatchOutputs> read(PaddedBatch batch) {
        try {
          return CompletableFuture.completedFuture(model.run(batch));
        } catch (TranslateException e) {
          return CompletableFuture.failedFuture(e);
        }
      }

      @Override
      public int depth() {
        return 1;
      }

      @Override
      public void close() {
        close.run();
      }
    };
  }
}
