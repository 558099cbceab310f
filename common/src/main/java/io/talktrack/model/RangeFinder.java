package io.talktrack.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.talktrack.model.ActivationRanges.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Reads sentences with an fp32 bundle and notes what the inputs of its encoder's products are. */
public final class RangeFinder {
  private static final String NORM = "LayerNorm";

  private final Map<String, ObservedInput> observed = new LinkedHashMap<>();

  private RangeFinder() {}

  /** The ranges of an fp32 bundle's encoder on these sentences, the same for the same sentences. */
  public static ActivationRanges find(ModelBundle bundle, List<String> sentences) {
    try {
      byte[] fused = Files.readAllBytes(bundle.folder().resolve("model.onnx"));
      GraphProto graph = GraphWriter.parse(fused).getGraph();
      List<EncoderProduct> products = EncoderProduct.of(graph);
      RangeFinder finder = new RangeFinder();
      for (EncoderProduct product : products) {
        finder
            .observed
            .computeIfAbsent(product.input(), input -> new ObservedInput(product.rows()))
            .weigh(product);
      }
      try (TextEncoder encoder = TextEncoder.open(bundle);
          OrtSession session =
              OrtEnvironment.getEnvironment()
                  .createSession(finder.showing(fused), TextEncoder.sessionOptions())) {
        List<long[]> tokens = sentences.stream().map(encoder::tokenize).toList();
        finder.read(session, tokens, ObservedInput::see);
        finder.settle();
        finder.read(session, tokens, ObservedInput::count);
      }
      TreeMap<String, Range> ranges = new TreeMap<>();
      finder.observed.forEach((input, seen) -> ranges.put(input, seen.range()));
      return new ActivationRanges(EncoderProduct.digest(products), sentences.size(), ranges);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read model bundle " + bundle.folder(), e);
    } catch (OrtException e) {
      throw new IllegalArgumentException(
          "Cannot measure the inputs of model bundle %s: %s"
              .formatted(bundle.folder(), e.getMessage()),
          e);
    }
  }

  /** The graph with all of the inputs among its outputs. */
  private byte[] showing(byte[] fused) {
    ModelProto model = GraphWriter.parse(fused);
    GraphProto.Builder graph = model.getGraph().toBuilder();
    for (String input : observed.keySet()) {
      graph.addOutput(
          ValueInfoProto.newBuilder()
              .setName(input)
              .setType(
                  TypeProto.newBuilder()
                      .setTensorType(
                          TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber()))));
    }
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  // a norm's factors are what makes a few features large on every text
  private void settle() {
    observed.forEach(
        (input, seen) -> {
          if (input.contains(NORM)) {
            seen.smooth();
          }
          seen.settle();
        });
  }

  private void read(
      OrtSession session, List<long[]> texts, BiConsumer<ObservedInput, FloatBuffer> note)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    for (long[] tokens : texts) {
      long[] mask = new long[tokens.length];
      Arrays.fill(mask, 1);
      try (OnnxTensor ids = OnnxTensor.createTensor(environment, new long[][] {tokens});
          OnnxTensor masks = OnnxTensor.createTensor(environment, new long[][] {mask});
          OnnxTensor types =
              OnnxTensor.createTensor(environment, new long[][] {new long[tokens.length]});
          OrtSession.Result result =
              session.run(
                  Map.of("input_ids", ids, "attention_mask", masks, "token_type_ids", types),
                  observed.keySet())) {
        observed.forEach(
            (input, seen) ->
                note.accept(seen, ((OnnxTensor) result.get(input).orElseThrow()).getFloatBuffer()));
      }
    }
  }
}
