package io.talktrack.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one output behind an encoder: of each token either its vectors after the first four layers
 * (what a head is trained on) or what these add to each label's logit.
 *
 * <p>Which words are names is told by the lower half of an encoder (Tenney et al. 2019, BERT
 * Rediscovers the Classical NLP Pipeline); what nothing reads is not computed, so that the layers
 * above cost nothing.
 */
final class NameGraph {
  /** Names what this class makes of an encoder: raise it with every change. */
  static final String FORM = "names-2";

  static final int LAYERS = 4;

  private static final String PREFIX = "talktrack/names/";
  private static final String OUTPUT = "names";

  private NameGraph() {}

  /** A graph that gives of each token its vectors, one layer after the other. */
  static byte[] vectors(byte[] encoder, int dimensions) {
    ModelProto model = GraphWriter.parse(encoder);
    List<String> layers = firstLayers(model.getGraph());
    GraphProto.Builder graph = model.getGraph().toBuilder().clearOutput();
    graph.addNode(
        GraphWriter.node("Concat", layers, OUTPUT).addAttribute(GraphWriter.attribute("axis", 2)));
    graph.addOutput(GraphWriter.tensor(OUTPUT, LAYERS * dimensions, "batch", "tokens"));
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  /** A graph that gives of each token what it adds to each label's logit, without the bias. */
  static byte[] logits(byte[] encoder, int dimensions, float[][] weights) {
    if (weights[0].length != LAYERS * dimensions) {
      throw new IllegalArgumentException(
          "Cannot fuse a names' head: it weighs %d numbers of a word, and this encoder gives %d. Train it anew with `talktrack models train-names`."
              .formatted(weights[0].length, LAYERS * dimensions));
    }

    ModelProto model = GraphWriter.parse(encoder);
    List<String> layers = firstLayers(model.getGraph());
    GraphProto.Builder graph = model.getGraph().toBuilder().clearOutput();
    List<String> parts = new ArrayList<>();
    for (int layer = 0; layer < LAYERS; layer++) {
      String part = PREFIX + layer;
      graph.addInitializer(initializer(part + "/weights", dimensions, layer, weights));
      graph.addNode(
          GraphWriter.node("MatMul", List.of(layers.get(layer), part + "/weights"), part));
      parts.add(part);
    }

    graph.addNode(GraphWriter.node("Sum", parts, OUTPUT));
    graph.addOutput(GraphWriter.tensor(OUTPUT, weights.length, "batch", "tokens"));
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  private static TensorProto.Builder initializer(
      String name, int dimensions, int layer, float[][] weights) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.FLOAT.getNumber())
            .addDims(dimensions)
            .addDims(weights.length);
    for (int dimension = 0; dimension < dimensions; dimension++) {
      for (float[] label : weights) {
        tensor.addFloatData(label[layer * dimensions + dimension]);
      }
    }

    return tensor;
  }

  private static List<String> firstLayers(GraphProto graph) {
    List<String> layers = GraphWriter.layerEnds(graph);
    if (layers.size() < LAYERS) {
      throw new IllegalArgumentException(
          "Cannot fuse a names' head: the encoder has %d layers by the names that Hugging Face's BERT export gives, and the head reads the first %d."
              .formatted(layers.size(), LAYERS));
    }
    return layers.subList(0, LAYERS);
  }
}
