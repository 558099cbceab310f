package io.talktrack.model;

import ai.djl.engine.Engine;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * ONNX Runtime without Spark and DJL at its best batching: what the operator is measured against.
 */
public final class PlainRuntime implements AutoCloseable {
  private final TextTokenizer tokenizer;
  private final OrtSession session;

  private PlainRuntime(TextTokenizer tokenizer, OrtSession session) {
    this.tokenizer = tokenizer;
    this.session = session;
  }

  public static PlainRuntime open(ModelBundle bundle) {
    // DJL insists on making the process's one environment itself, so its engine comes first
    Engine.getEngine("OnnxRuntime");
    Path graph = bundle.folder().resolve("model.onnx");
    try {
      OrtSession session =
          OrtEnvironment.getEnvironment()
              .createSession(graph.toString(), TextEncoder.sessionOptions());
      return new PlainRuntime(new TextTokenizer(bundle), session);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read model bundle " + bundle.folder(), e);
    } catch (OrtException e) {
      throw new IllegalArgumentException(
          "Cannot load model bundle %s: %s".formatted(bundle.folder(), e.getMessage()), e);
    }
  }

  /** What is taken of a forward pass. */
  private interface Taker {
    void take(int[] batch, OrtSession.Result result) throws OrtException;
  }

  /**
   * Reads all texts on some threads, sorted by length and cut by the budget; the outputs are
   * dropped.
   */
  public ModelWork read(List<String> texts, int threads, int tokenBudget)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<ModelWork>> parts = new ArrayList<>();
      for (int part = 0; part < threads; part++) {
        List<String> own = new ArrayList<>();
        for (int text = part; text < texts.size(); text += threads) {
          own.add(texts.get(text));
        }
        parts.add(pool.submit(() -> readPart(own, tokenBudget, PlainRuntime::drop)));
      }
      ModelWork work = ModelWork.NONE;
      for (Future<ModelWork> part : parts) {
        work = work.plus(part.get());
      }
      return work;
    } finally {
      pool.shutdown();
    }
  }

  private static void drop(int[] batch, OrtSession.Result result) {
    if (result.size() == 0) {
      throw new IllegalStateException("The graph has no outputs");
    }
  }

  /** The embeddings of all texts, in their order, read in the same batches. */
  public List<float[]> embeddings(List<String> texts, int tokenBudget) {
    float[][] embeddings = new float[texts.size()][];
    try {
      readPart(
          texts,
          tokenBudget,
          (batch, result) -> {
            float[][] rows = (float[][]) result.get(GraphWriter.EMBEDDING).orElseThrow().getValue();
            for (int row = 0; row < batch.length; row++) {
              embeddings[batch[row]] = rows[row];
            }
          });
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime failed on one of %d texts".formatted(texts.size()), e);
    }
    return List.of(embeddings);
  }

  private ModelWork readPart(List<String> texts, int tokenBudget, Taker taker) throws OrtException {
    List<long[]> tokens = texts.stream().map(tokenizer::beginning).toList();
    int[] lengths = tokens.stream().mapToInt(ids -> ids.length).toArray();
    List<int[]> batches = TokenBatches.of(lengths, tokenBudget);
    long padded = 0;
    for (int[] batch : batches) {
      padded += (long) batch.length * lengths[batch[batch.length - 1]];
      forward(batch, tokens, taker);
    }
    return new ModelWork(0, batches.size(), IntStream.of(lengths).asLongStream().sum(), padded);
  }

  private void forward(int[] batch, List<long[]> tokens, Taker taker) throws OrtException {
    int longest = tokens.get(batch[batch.length - 1]).length;
    long[][] ids = new long[batch.length][longest];
    long[][] mask = new long[batch.length][longest];
    for (int row = 0; row < batch.length; row++) {
      long[] text = tokens.get(batch[row]);
      System.arraycopy(text, 0, ids[row], 0, text.length);
      Arrays.fill(mask[row], 0, text.length, 1L);
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask);
        OnnxTensor types = OnnxTensor.createTensor(environment, new long[batch.length][longest]);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids",
                    idTensor,
                    "attention_mask",
                    maskTensor,
                    "token_type_ids",
                    types))) {
      taker.take(batch, result);
    }
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot close its session", e);
    }
  }
}
