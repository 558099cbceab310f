package io.talktrack.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.talktrack.model.ActivationRanges.Range;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Has the products of a fused graph's encoder multiply integers. Attention, norms, pooling and
 * heads stay as they are.
 *
 * <p>The scales are constants, so that a text's result does not depend on its neighbours: sums of
 * integers are exact in any order. Weights have a scale per column. Features that are large on all
 * texts are first divided by their smoothing (Xiao et al. 2023, SmoothQuant).
 */
final class IntegerWriter {
  /** Names what this class makes of a graph: raise it with the class. */
  static final String FORM = "int8-1";

  // of a byte's range half: processors without VNNI add up two products in 16 bits, and more would
  // not fit
  private static final int LARGEST_WEIGHT = 63;
  private static final int LEVELS = 255;
  private static final String PREFIX = GraphWriter.PREFIX + "int8/";

  private final GraphProto.Builder graph;
  private final ActivationRanges ranges;
  private final Set<String> rounded = new HashSet<>();

  private IntegerWriter(GraphProto.Builder graph, ActivationRanges ranges) {
    this.graph = graph;
    this.ranges = ranges;
  }

  static byte[] write(byte[] fused, ActivationRanges ranges) {
    ModelProto model = GraphWriter.parse(fused);
    GraphProto before = model.getGraph();
    List<EncoderProduct> products = EncoderProduct.of(before);
    if (!EncoderProduct.digest(products).equals(ranges.encoder())) {
      throw new IllegalArgumentException(
          "Cannot make an int8 bundle: the ranges in %s were measured on another encoder. Run `talktrack models calibrate`, or set models.precision to fp32."
              .formatted(ActivationRanges.FILE));
    }

    GraphProto.Builder graph = before.toBuilder().clearNode().clearInitializer();
    new IntegerWriter(graph, ranges).replace(before, products);
    return model.toBuilder()
        .setGraph(graph)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1))
        .build()
        .toByteArray();
  }

  private void replace(GraphProto before, List<EncoderProduct> products) {
    Map<NodeProto, EncoderProduct> byNode = new HashMap<>();
    Set<NodeProto> biases = new HashSet<>();
    Set<String> weights = new HashSet<>();
    for (EncoderProduct product : products) {
      byNode.put(product.node(), product);
      product.bias().ifPresent(bias -> biases.add(bias.node()));
      weights.add(product.weights().getName());
    }
    before.getInitializerList().stream()
        .filter(constant -> !weights.contains(constant.getName()))
        .forEach(graph::addInitializer);
    for (NodeProto node : before.getNodeList()) {
      if (byNode.containsKey(node)) {
        addProduct(byNode.get(node));
      } else if (!biases.contains(node)) {
        graph.addNode(node);
      }
    }
  }

  private void addProduct(EncoderProduct product) {
    String input = product.input();
    Range range = ranges.inputs().get(input);
    String scale = PREFIX + input + "/scale";
    String zero = PREFIX + input + "/zero";
    String bytes = PREFIX + input + "/bytes";
    if (rounded.add(input)) {
      addRounding(input, range, scale, zero, bytes);
    }

    String name = PREFIX + product.node().getName();
    addWeights(product, range.smoothing(), name);
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setOpType("MatMulIntegerToFloat")
            .setDomain("com.microsoft")
            .setName(name)
            .addAllInput(
                List.of(bytes, name + "/weights", scale, name + "/scales", zero, name + "/zeros"))
            .addOutput(product.output());
    product.bias().ifPresent(bias -> node.addInput(bias.values()));
    graph.addNode(node);
  }

  private void addRounding(String input, Range range, String scale, String zero, String bytes) {
    float least = Math.min(range.least(), 0);
    float most = Math.max(range.most(), 0);
    float step = (most - least) / LEVELS;
    graph.addInitializer(numbers(scale, new float[] {step}));
    graph.addInitializer(
        bytes(zero, DataType.UINT8, new byte[] {(byte) Math.round(-least / step)}));

    String smooth = input;
    if (range.smoothing().length > 0) {
      smooth = PREFIX + input + "/smooth";
      float[] factors = new float[range.smoothing().length];
      for (int feature = 0; feature < factors.length; feature++) {
        factors[feature] = 1 / range.smoothing()[feature];
      }
      graph.addInitializer(numbers(smooth + "/factors", factors, factors.length));
      graph.addNode(GraphWriter.node("Mul", List.of(input, smooth + "/factors"), smooth));
    }
    graph.addNode(GraphWriter.node("QuantizeLinear", List.of(smooth, scale, zero), bytes));
  }

  private void addWeights(EncoderProduct product, float[] smoothing, String name) {
    int rows = product.rows();
    int columns = product.columns();
    float[] values = product.values();
    float[] scales = new float[columns];
    for (int place = 0; place < values.length; place++) {
      values[place] *= smoothing.length > 0 ? smoothing[place / columns] : 1;
      int column = place % columns;
      scales[column] = Math.max(scales[column], Math.abs(values[place]) / LARGEST_WEIGHT);
    }
    byte[] integers = new byte[values.length];
    for (int place = 0; place < values.length; place++) {
      float scale = scales[place % columns];
      integers[place] = scale == 0 ? 0 : (byte) Math.round(values[place] / scale);
    }
    graph.addInitializer(bytes(name + "/weights", DataType.INT8, integers, rows, columns));
    graph.addInitializer(numbers(name + "/scales", scales, columns));
    graph.addInitializer(bytes(name + "/zeros", DataType.INT8, new byte[columns], columns));
  }

  private static TensorProto numbers(String name, float[] values, long... dimensions) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(DataType.FLOAT.getNumber());
    for (float value : values) {
      tensor.addFloatData(value);
    }
    for (long dimension : dimensions) {
      tensor.addDims(dimension);
    }
    return tensor.build();
  }

  private static TensorProto bytes(String name, DataType type, byte[] values, long... dimensions) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(values));
    for (long dimension : dimensions) {
      tensor.addDims(dimension);
    }
    return tensor.build();
  }
}
