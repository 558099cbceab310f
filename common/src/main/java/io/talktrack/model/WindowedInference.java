package io.talktrack.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.translate.TranslateException;
import io.talktrack.inference.CachedInference;
import io.talktrack.inference.CachedInference.OutputSpan;
import io.talktrack.inference.ModelInput;
import io.talktrack.model.Models.Batching;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/** Reads a partition window by window, so that memory stays flat however long the partition is. */
final class WindowedInference implements Iterator<CachedInference> {
  private final Iterator<ModelInput> inputs;
  private final TextEncoder encoder;
  private final TextEncoder.Session session;
  private final Batching batching;
  private final InferenceCounters counters;
  private final WordBreaks breaks;
  private final String processor = Processor.kind();
  private final Deque<CachedInference> ready = new ArrayDeque<>();

  WindowedInference(
      Iterator<ModelInput> inputs,
      TextEncoder encoder,
      TextEncoder.Session session,
      Batching batching,
      InferenceCounters counters) {
    this.inputs = inputs;
    this.encoder = encoder;
    this.session = session;
    this.batching = batching;
    this.counters = counters;
    this.breaks = WordBreaks.of(encoder.bundle().language());
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && inputs.hasNext()) {
      readWindow();
    }
    return !ready.isEmpty();
  }

  @Override
  public CachedInference next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The partition has no more texts");
    }
    return ready.remove();
  }

  private void readWindow() {
    List<ModelInput> window = new ArrayList<>();
    List<Encoding> encoded = new ArrayList<>();
    while (inputs.hasNext() && window.size() < batching.windowRows()) {
      ModelInput input = inputs.next();
      window.add(input);
      encoded.add(encoder.encode(input.text()));
    }

    int[] lengths = encoded.stream().mapToInt(text -> text.getIds().length).toArray();
    counters.texts().add(window.size());
    counters.tokens().add(IntStream.of(lengths).asLongStream().sum());
    for (int[] batch : TokenBatches.of(lengths, batching.tokenBudget())) {
      forward(batch, window, encoded);
    }
  }

  private void forward(int[] batch, List<ModelInput> window, List<Encoding> encoded) {
    List<long[]> padded = IntStream.of(batch).mapToObj(row -> encoded.get(row).getIds()).toList();
    try {
      float[][][] outputs = session.forward(padded);
      counters.forwardPasses().add(1);
      counters.paddedTokens().add((long) batch.length * padded.get(padded.size() - 1).length);
      for (int row = 0; row < batch.length; row++) {
        ready.add(scored(window.get(batch[row]), encoded.get(batch[row]), outputs[row]));
      }
    } catch (TranslateException e) {
      if (batch.length == 1) {
        counters.failures().add(1);
        ready.add(failed(window.get(batch[0]), padded.get(0).length));
        return;
      }
      for (int row : batch) {
        forward(new int[] {row}, window, encoded);
      }
    }
  }

  private CachedInference scored(ModelInput input, Encoding encoded, float[][] outputs) {
    ByteBuffer embedding =
        ByteBuffer.allocate(outputs[0].length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    embedding.asFloatBuffer().put(outputs[0]);
    List<Head> heads = encoder.bundle().heads();
    List<Float> probabilities = new ArrayList<>();
    for (int output = 1; output <= Math.max(1, heads.size()); output++) {
      for (float probability : outputs[output]) {
        probabilities.add(probability);
      }
    }
    return row(
        input,
        "SCORED",
        embedding.array(),
        probabilities,
        heads.isEmpty() ? List.of() : carriedBy(heads, input, encoded, outputs),
        encoded.getIds().length);
  }

  private List<OutputSpan> carriedBy(
      List<Head> heads, ModelInput input, Encoding encoded, float[][] outputs) {
    int labels = heads.stream().mapToInt(head -> head.labels().size()).sum();
    return new CarryingWords(
            outputs[1 + heads.size()], labels, encoded.getCharTokenSpans(), input.text(), breaks)
        .behindAll(heads, List.of(outputs).subList(1, 1 + heads.size()));
  }

  private CachedInference failed(ModelInput input, int tokens) {
    return row(input, "FAILED", null, List.of(), List.of(), tokens);
  }

  private CachedInference row(
      ModelInput input,
      String status,
      byte[] embedding,
      List<Float> outputs,
      List<OutputSpan> carriedBy,
      int tokens) {
    ModelBundle bundle = encoder.bundle();
    return new CachedInference(
        input.inputKey(),
        bundle.hash(),
        status,
        embedding,
        outputs,
        carriedBy,
        tokens,
        bundle.precision(),
        "cpu",
        processor);
  }
}
