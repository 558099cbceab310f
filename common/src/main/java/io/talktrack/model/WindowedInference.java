package io.talktrack.model;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** Reads a partition window by window, so that memory stays flat however long the partition is. */
final class WindowedInference implements Iterator<CachedInference> {
  // a window of long texts is closed earlier: its outputs are kept per token
  private static final int TOKENS_PER_ROW = 64;

  private final Iterator<ModelInput> inputs;
  private final ModelBundle bundle;
  private final TextTokenizer tokenizer;
  private final BatchReader reader;
  private final Batching batching;
  private final InferenceCounters counters;
  private final WordBreaks breaks;
  private final String processor;
  private final Deque<CachedInference> ready = new ArrayDeque<>();
  private final Deque<UnderWay> underWay = new ArrayDeque<>();

  /** A text of the window; its outputs come in chunk by chunk. */
  private record Text(ModelInput input, List<TextChunk> chunks, float[][][] outputs, int[] left) {}

  /** One chunk of one text. */
  private record Place(Text text, int chunk) {
    long[] ids() {
      return text.chunks().get(chunk).ids();
    }
  }

  private record UnderWay(List<Place> places, CompletableFuture<BatchOutputs> answer) {}

  WindowedInference(
      Iterator<ModelInput> inputs,
      ModelBundle bundle,
      TextTokenizer tokenizer,
      BatchReader reader,
      Batching batching,
      InferenceCounters counters) {
    this.inputs = inputs;
    this.bundle = bundle;
    this.tokenizer = tokenizer;
    this.reader = reader;
    this.batching = batching;
    this.counters = counters;
    this.breaks = WordBreaks.of(bundle.language());
    this.processor = batching.placement().processorHere();
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && inputs.hasNext()) {
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
    List<Place> window = new ArrayList<>();
    long tokens = 0;
    int texts = 0;
    while (inputs.hasNext()
        && texts < batching.windowRows()
        && tokens < (long) batching.windowRows() * TOKENS_PER_ROW) {
      ModelInput input = inputs.next();
      texts++;
      for (Place place : places(input)) {
        window.add(place);
        tokens += place.ids().length;
      }
    }
    counters.texts().add(texts);
    counters.tokens().add(tokens);

    int[] lengths = window.stream().mapToInt(place -> place.ids().length).toArray();
    for (int[] batch : TokenBatches.of(lengths, batching.tokenBudget())) {
      if (underWay.size() == reader.depth()) {
        take(underWay.remove());
      }
      underWay.add(started(IntStream.of(batch).mapToObj(window::get).toList()));
    }
    while (!underWay.isEmpty()) {
      take(underWay.remove());
    }
  }

  /** The text's chunks; none where the tokenizer fails on it, which marks the text. */
  private List<Place> places(ModelInput input) {
    List<TextChunk> chunks;
    try {
      chunks = tokenizer.chunks(input.text());
    } catch (RuntimeException e) {
      fail(input, 0);
      return List.of();
    }
    Text text = new Text(input, chunks, new float[chunks.size()][][], new int[] {chunks.size()});
    return IntStream.range(0, chunks.size()).mapToObj(chunk -> new Place(text, chunk)).toList();
  }

  private UnderWay started(List<Place> places) {
    return new UnderWay(
        places, reader.read(PaddedBatch.of(places.stream().map(Place::ids).toList())));
  }

  private void take(UnderWay batch) {
    List<Place> places = batch.places();
    try {
      BatchOutputs outputs = batch.answer().join();
      counters.forwardPasses().add(1);
      counters
          .paddedTokens()
          .add((long) places.size() * places.get(places.size() - 1).ids().length);
      for (int row = 0; row < places.size(); row++) {
        Place place = places.get(row);
        take(place, outputs.ofRow(row, place.ids().length));
      }
    } catch (CompletionException e) {
      refuseUnlessOfTheText(e.getCause());
      if (places.size() == 1) {
        refuseUnlessModelReads(places.get(0));
        fail(places.get(0));
        return;
      }
      for (Place place : places) {
        take(started(List.of(place)));
      }
    }
  }

  private void take(Place place, float[][] outputs) {
    Text text = place.text();
    // a number that is none would spread from here into every mean
    if (!Float.isFinite(outputs[0][0])) {
      fail(place);
      return;
    }
    text.outputs()[place.chunk()] = outputs;
    text.left()[0]--;
    if (text.left()[0] == 0) {
      ready.add(scored(text));
    }
  }

  private void fail(Place place) {
    int[] left = place.text().left();
    // one row per text, however many of its chunks fail
    if (left[0] > 0) {
      left[0] = -1;
      fail(
          place.text().input(),
          place.text().chunks().stream().mapToInt(each -> each.ids().length).sum());
    }
  }

  private void fail(ModelInput input, int tokens) {
    counters.failures().add(1);
    ready.add(row(input, "FAILED", null, List.of(), List.of(), tokens));
  }

  private static void refuseUnlessOfTheText(Throwable cause) {
    if (!(cause instanceof TranslateException)) {
      throw new IllegalStateException(
          "Cannot go on: a batch was not read, and not because of its texts (%s). Look at the executor's log; with a GPU, at its memory and health."
              .formatted(cause),
          cause);
    }
  }

  // a model that reads nothing any more must not mark every text as failed
  private void refuseUnlessModelReads(Place failed) {
    long[] own = failed.ids();
    long[] shortest = {own[0], own[own.length - 1]};
    try {
      reader.read(PaddedBatch.of(List.of(shortest))).join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "Cannot go on: model %s does not even read an empty text any more. Look at the executor's log; with a GPU, at its memory and health."
              .formatted(bundle.name()),
          e.getCause());
    }
  }

  private CachedInference scored(Text text) {
    List<Head> heads = bundle.heads();
    WholeText whole = new WholeText(heads, text.chunks(), List.of(text.outputs()));
    float[] vector = whole.embedding();
    ByteBuffer embedding =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    embedding.asFloatBuffer().put(vector);
    List<Float> probabilities = new ArrayList<>();
    for (float[] output : whole.probabilities()) {
      for (float probability : output) {
        probabilities.add(probability);
      }
    }
    return row(
        text.input(),
        "SCORED",
        embedding.array(),
        probabilities,
        heads.isEmpty() ? List.of() : whole.carriedBy(text.input().text(), breaks),
        text.chunks().stream().mapToInt(each -> each.ids().length).sum());
  }

  private CachedInference row(
      ModelInput input,
      String status,
      byte[] embedding,
      List<Float> outputs,
      List<OutputSpan> carriedBy,
      int tokens) {
    return new CachedInference(
        input.inputKey(),
        bundle.hash(),
        status,
        embedding,
        outputs,
        carriedBy,
        tokens,
        bundle.precision(),
        batching.placement().device(),
        processor);
  }
}
