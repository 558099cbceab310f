package io.talktrack.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a BERT encoder has learnt, by the names that Hugging Face gives it, out of its ONNX graph
 * and back into it.
 *
 * <p>The export keeps the names of embeddings, biases and norms. The weights of its products are
 * nameless, lie transposed (inputs × outputs), and are told apart by the name of their node.
 */
final class EncoderParameters {
  /**
   * One parameter.
   *
   * @param shape one dimension of a bias or norm, two of a matrix (inputs × outputs)
   */
  record Parameter(long[] shape, float[] values) {}

  private EncoderParameters() {}

  /** All parameters in the order of their names. */
  static Map<String, Parameter> of(byte[] encoder) {
    GraphProto graph = GraphWriter.parse(encoder).getGraph();
    Map<String, TensorProto> tensors = new HashMap<>();
    graph.getInitializerList().forEach(tensor -> tensors.put(tensor.getName(), tensor));
    TreeMap<String, Parameter> parameters = new TreeMap<>();
    initializers(graph)
        .forEach(
            (name, initializer) -> {
              TensorProto tensor = tensors.get(initializer);
              parameters.put(
                  name,
                  new Parameter(
                      tensor.getDimsList().stream().mapToLong(Long::longValue).toArray(),
                      Tensors.floats(tensor)));
            });
    return parameters;
  }

  /** The graph with other values for some of its parameters. */
  static byte[] replaced(byte[] encoder, Map<String, float[]> values) {
    var model = GraphWriter.parse(encoder).toBuilder();
    GraphProto.Builder graph = model.getGraphBuilder();
    Map<String, String> names = initializers(graph.build());
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < graph.getInitializerCount(); place++) {
      places.put(graph.getInitializer(place).getName(), place);
    }
    values.forEach(
        (name, numbers) -> {
          if (!names.containsKey(name)) {
            throw new IllegalArgumentException(
                "Cannot tune the encoder: it has no parameter %s. The tuned weights belong to another encoder."
                    .formatted(name));
          }
          TensorProto.Builder tensor = graph.getInitializerBuilder(places.get(names.get(name)));
          if (Tensors.floats(tensor.build()).length != numbers.length) {
            throw new IllegalArgumentException(
                "Cannot tune the encoder: parameter %s has another size than the tuned weights. They belong to another encoder."
                    .formatted(name));
          }
          tensor.clearFloatData().setRawData(Tensors.raw(numbers));
        });
    return model.build().toByteArray();
  }

  private static Map<String, String> initializers(GraphProto graph) {
    Map<String, String> names = new TreeMap<>();
    Map<String, TensorProto> tensors = new HashMap<>();
    for (TensorProto tensor : graph.getInitializerList()) {
      tensors.put(tensor.getName(), tensor);
      if (isFloat(tensor) && tensor.getName().matches("(?:embeddings|encoder)\\..*")) {
        names.put(tensor.getName(), tensor.getName());
      }
    }
    for (NodeProto node : graph.getNodeList()) {
      boolean isLayer = node.getName().startsWith("/encoder/layer");
      if (isLayer && node.getOpType().equals("MatMul") && tensors.containsKey(node.getInput(1))) {
        String name = node.getName().substring(1).replace("/MatMul", ".weight").replace('/', '.');
        names.put(name, node.getInput(1));
      }
    }
    return names;
  }

  private static boolean isFloat(TensorProto tensor) {
    return tensor.getDataType() == DataType.FLOAT.getNumber();
  }
}
