package io.talktrack.model;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
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
  private final HuggingFaceTokenizer tokenizer;

  private TextEncoder(ModelBundle bundle, Model model, HuggingFaceTokenizer tokenizer) {
    this.bundle = bundle;
    this.model = model;
    this.tokenizer = tokenizer;
  }

  public static TextEncoder open(ModelBundle bundle) {
    Path folder = bundle.folder();
    Model model = Model.newInstance(bundle.name(), Device.cpu(), "OnnxRuntime");
    try {
      model.load(folder, "model", Map.of("sessionOptions", sessionOptions()));
      return new TextEncoder(bundle, model, tokenizer(bundle));
    } catch (IOException e) {
      model.close();
      throw new UncheckedIOException(
          "Cannot load model bundle %s from %s. Run `talktrack models build` to make it anew."
              .formatted(bundle.name(), folder),
          e);
    } catch (MalformedModelException | OrtException e) {
      model.close();
      throw new IllegalArgumentException(
          "Cannot load model bundle %s from %s: %s. Run `talktrack models build` to make it anew."
              .formatted(bundle.name(), folder, e.getMessage()),
          e);
    }
  }

  static HuggingFaceTokenizer tokenizer(ModelBundle bundle) throws IOException {
    return HuggingFaceTokenizer.builder()
        .optTokenizerPath(bundle.folder().resolve("tokenizer.json"))
        .optTruncation(true)
        .optMaxLength(bundle.maxTokens())
        .optPadding(false)
        .build();
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
    return encode(text).getIds();
  }

  /** Tokens with their places in the text, in code points. */
  Encoding encode(String text) {
    return tokenizer.encode(text, true, false);
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
      int rows = tokens.size();
      int longest = tokens.stream().mapToInt(ids -> ids.length).max().orElse(0);
      LongBuffer ids = longs(rows * longest);
      LongBuffer mask = longs(rows * longest);
      LongBuffer types = longs(rows * longest);
      for (int row = 0; row < rows; row++) {
        long[] text = tokens.get(row);
        for (int position = 0; position < text.length; position++) {
          ids.put(row * longest + position, text[position]);
          mask.put(row * longest + position, 1L);
        }
      }

      Shape shape = new Shape(rows, longest);
      try (NDManager scope = model.getNDManager().newSubManager()) {
        NDList outputs =
            predictor.predict(
                new NDList(
                    named(scope.create(ids, shape), "input_ids"),
                    named(scope.create(mask, shape), "attention_mask"),
                    named(scope.create(types, shape), "token_type_ids")));
        try (outputs) {
          return byRow(outputs, tokens);
        }
      }
    }

    /** The embedding of one text, of length 1. */
    public float[] embed(long[] tokens) {
      try {
        return forward(List.of(tokens))[0][0];
      } catch (TranslateException e) {
        throw new IllegalStateException(
            "The encoder failed on a line of %d tokens".formatted(tokens.length), e);
      }
    }

    @Override
    public void close() {
      predictor.close();
    }
  }

  private static LongBuffer longs(int count) {
    return ByteBuffer.allocateDirect(count * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }

  private static NDArray named(NDArray array, String name) {
    array.setName(name);
    return array;
  }

  private static float[][][] byRow(NDList outputs, List<long[]> tokens) {
    int rows = tokens.size();
    float[][][] result = new float[rows][outputs.size()][];
    for (int output = 0; output < outputs.size(); output++) {
      Shape shape = outputs.get(output).getShape();
      boolean isPerToken = shape.dimension() == 3;
      int width = (int) shape.get(shape.dimension() - 1);
      int stride = (int) (shape.size() / rows);
      FloatBuffer values = outputs.get(output).toByteBuffer().asFloatBuffer();
      for (int row = 0; row < rows; row++) {
        int length = isPerToken ? tokens.get(row).length * width : width;
        result[row][output] = new float[length];
        values.get(row * stride, result[row][output]);
      }
    }
    return result;
  }
}
