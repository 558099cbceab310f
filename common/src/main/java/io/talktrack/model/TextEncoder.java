package io.talktrack.model;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A loaded bundle: tokenizer and ONNX Runtime session, one per bundle and JVM, safe to share
 * between threads.
 *
 * <p>One thread per forward pass: the parallelism is Spark's task slots, and two schedulers on the
 * same cores only get in each other's way.
 */
public final class TextEncoder implements AutoCloseable {
  private final ModelBundle bundle;
  private final Model model;
  private final TextTokenizer tokenizer;

  private TextEncoder(ModelBundle bundle, Model model, TextTokenizer tokenizer) {
    this.bundle = bundle;
    this.model = model;
    this.tokenizer = tokenizer;
  }

  public static TextEncoder open(ModelBundle bundle) {
    try (SessionOptions options = sessionOptions()) {
      return open(bundle, options);
    } catch (OrtException e) {
      throw unusable(bundle, e);
    }
  }

  /** A bundle on a GPU of this machine, by ONNX Runtime's CUDA execution provider. */
  static TextEncoder onGpu(ModelBundle bundle, int device) {
    try (SessionOptions options = sessionOptions()) {
      options.addCUDA(device);
      return open(bundle, options);
    } catch (OrtException e) {
      throw unusable(bundle, e);
    }
  }

  static TextEncoder open(ModelBundle bundle, SessionOptions options) {
    Path folder = bundle.folder();
    // the device of DJL's own arrays: ONNX Runtime brings what it reads to its provider
    Model model = Model.newInstance(bundle.name(), Device.cpu(), "OnnxRuntime");
    try {
      model.load(folder, "model", Map.of("sessionOptions", options));
      return new TextEncoder(bundle, model, new TextTokenizer(bundle));
    } catch (IOException e) {
      model.close();
      throw new UncheckedIOException(
          "Cannot load model bundle %s from %s. Run `talktrack models build` to make it anew."
              .formatted(bundle.name(), folder),
          e);
    } catch (MalformedModelException e) {
      model.close();
      throw unusable(bundle, e);
    }
  }

  private static IllegalArgumentException unusable(ModelBundle bundle, Exception cause) {
    return new IllegalArgumentException(
        "Cannot load model bundle %s from %s: %s. Run `talktrack models build` to make it anew."
            .formatted(bundle.name(), bundle.folder(), cause.getMessage()),
        cause);
  }

  static SessionOptions sessionOptions() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    return options;
  }

  public ModelBundle bundle() {
    return bundle;
  }

  /** Token ids of a text, cut at the bundle's longest input. */
  public long[] tokenize(String text) {
    return tokenizer.beginning(text);
  }

  TextTokenizer tokenizer() {
    return tokenizer;
  }

  /** A predictor for one task; close it when the task ends. */
  public Session newSession() {
    return new Session(model.newPredictor(new NoopTranslator(null)));
  }

  @Override
  public void close() {
    tokenizer.close();
    model.close();
  }

  /** One task's way into the shared model. Not safe to share between threads. */
  public final class Session implements AutoCloseable {
    private final Predictor<NDList, NDList> predictor;

    private Session(Predictor<NDList, NDList> predictor) {
      this.predictor = predictor;
    }

    /**
     * One forward pass over texts padded to the longest.
     *
     * @return per text its outputs: the embedding, each head's probabilities and, where there are
     *     heads, what each of its tokens adds to each label's logit, token after token
     */
    public float[][][] forward(List<long[]> tokens) throws TranslateException {
      BatchOutputs outputs = run(PaddedBatch.of(tokens));
      float[][][] byRow = new float[tokens.size()][][];
      for (int row = 0; row < byRow.length; row++) {
        byRow[row] = outputs.ofRow(row, tokens.get(row).length);
      }
      return byRow;
    }

    BatchOutputs run(PaddedBatch batch) throws TranslateException {
      Shape shape = new Shape(batch.rows(), batch.longest());
      try (NDManager scope = model.getNDManager().newSubManager()) {
        NDList outputs =
            predictor.predict(
                new NDList(
                    named(scope.create(batch.ids(), shape), "input_ids"),
                    named(scope.create(batch.mask(), shape), "attention_mask"),
                    named(scope.create(batch.types(), shape), "token_type_ids")));
        try (outputs) {
          return copied(batch.rows(), outputs);
        }
      }
    }

    /** The embedding of a whole text, of length 1. */
    public float[] embed(String text) {
      List<TextChunk> chunks = tokenizer.chunks(text);
      try {
        List<float[][]> read = new ArrayList<>();
        for (TextChunk chunk : chunks) {
          read.add(forward(List.of(chunk.ids()))[0]);
        }
        return WholeText.embedding(chunks, read);
      } catch (TranslateException e) {
        throw new IllegalStateException(
            "The encoder failed on a line of %d chunks".formatted(chunks.size()), e);
      }
    }

    /** The embedding of one chunk, of length 1. */
    float[] embed(long[] tokens) throws TranslateException {
      return forward(List.of(tokens))[0][0];
    }

    @Override
    public void close() {
      predictor.close();
    }
  }

  private static NDArray named(NDArray array, String name) {
    array.setName(name);
    return array;
  }

  private static BatchOutputs copied(int rows, NDList outputs) {
    List<BatchOutputs.Output> copies = new ArrayList<>();
    for (NDArray output : outputs) {
      Shape shape = output.getShape();
      float[] values = new float[(int) shape.size()];
      output.toByteBuffer().asFloatBuffer().get(values);
      int width = (int) shape.get(shape.dimension() - 1);
      copies.add(new BatchOutputs.Output(values, width, shape.dimension() == 3));
    }
    return new BatchOutputs(rows, copies);
  }
}
