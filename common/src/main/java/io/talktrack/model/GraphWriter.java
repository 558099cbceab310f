package io.talktrack.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.talktrack.model.Pretrained.Pooling;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes pooling, normalisation and heads behind an encoder, so that one forward pass answers every
 * question.
 *
 * <p>Only operators whose form is the same from opset 9 to 17 are used: the encoders differ in
 * theirs.
 */
public final class GraphWriter {
  public static final String EMBEDDING = "embedding";

  private static final String MASK = "attention_mask";
  private static final String PREFIX = "talktrack/";

  /**
   * The encoder's graph with new outputs: {@link #EMBEDDING} (batch × dimensions, L2 norm 1) and
   * one per head (batch × labels, probabilities).
   */
  public static byte[] fuse(byte[] encoder, int dimensions, Pooling pooling, List<Head> heads) {
    ModelProto model = parse(encoder);
    GraphProto.Builder graph = model.getGraph().toBuilder();
    String hidden = hiddenStates(model.getGraph(), dimensions);
    graph.clearOutput();

    switch (pooling) {
      case MEAN -> addMean(graph, hidden);
      case CLS -> addFirst(graph, hidden);
    }
    // the norm takes the mean's denominator out, so the sum over tokens is enough
    graph.addNode(
        node("LpNormalization", List.of(PREFIX + "pooled"), PREFIX + "pair")
            .addAttribute(attribute("axis", 2))
            .addAttribute(attribute("p", 2)));
    graph.addInitializer(integer(PREFIX + "first", 0));
    addFirstOfPair(graph, PREFIX + "pair", EMBEDDING);
    graph.addOutput(floats(EMBEDDING, dimensions));

    for (Head head : heads) {
      addHead(graph, head, dimensions);
    }
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  private static ModelProto parse(byte[] encoder) {
    try {
      return ModelProto.parseFrom(encoder);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(
          "Cannot read the encoder: its %d bytes are no ONNX model. Check that the file is complete."
              .formatted(encoder.length),
          e);
    }
  }

  private static String hiddenStates(GraphProto graph, int dimensions) {
    for (ValueInfoProto output : graph.getOutputList()) {
      TensorShapeProto shape = output.getType().getTensorType().getShape();
      if (shape.getDimCount() == 3 && shape.getDim(2).getDimValue() == dimensions) {
        return output.getName();
      }
    }
    throw new IllegalArgumentException(
        "Cannot fuse the encoder: it has no output of shape batch x tokens x %d. Export it as feature extraction."
            .formatted(dimensions));
  }

  private static void addMean(GraphProto.Builder graph, String hidden) {
    graph.addNode(
        node("Cast", List.of(MASK), PREFIX + "mask")
            .addAttribute(attribute("to", DataType.FLOAT.getNumber())));
    graph.addInitializer(integers(PREFIX + "row_shape", 0, 1, -1));
    graph.addNode(
        node("Reshape", List.of(PREFIX + "mask", PREFIX + "row_shape"), PREFIX + "mask_row"));
    addTwice(graph, PREFIX + "mask_row", PREFIX + "mask_pair");
    graph.addNode(node("MatMul", List.of(PREFIX + "mask_pair", hidden), PREFIX + "pooled"));
  }

  private static void addFirst(GraphProto.Builder graph, String hidden) {
    graph.addInitializer(integers(PREFIX + "first_token", 0));
    graph.addNode(
        node("Gather", List.of(hidden, PREFIX + "first_token"), PREFIX + "first_row")
            .addAttribute(attribute("axis", 1)));
    addTwice(graph, PREFIX + "first_row", PREFIX + "pooled");
  }

  // ONNX Runtime multiplies a single row by another kernel, whose sum depends on the padding and
  // on whether the text is alone in its batch; two equal rows always take the general one
  private static void addTwice(GraphProto.Builder graph, String row, String pair) {
    graph.addNode(node("Concat", List.of(row, row), pair).addAttribute(attribute("axis", 1)));
  }

  private static void addFirstOfPair(GraphProto.Builder graph, String pair, String output) {
    graph.addNode(
        node("Gather", List.of(pair, PREFIX + "first"), output).addAttribute(attribute("axis", 1)));
  }

  private static void addHead(GraphProto.Builder graph, Head head, int dimensions) {
    String weights = PREFIX + head.name() + "/weights";
    String bias = PREFIX + head.name() + "/bias";
    String logits = PREFIX + head.name() + "/logits";
    int labels = head.labels().size();

    List<Float> transposed = new ArrayList<>(dimensions * labels);
    for (int dimension = 0; dimension < dimensions; dimension++) {
      for (float[] row : head.weights()) {
        transposed.add(row[dimension]);
      }
    }
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(weights)
            .setDataType(DataType.FLOAT.getNumber())
            .addDims(dimensions)
            .addDims(labels)
            .addAllFloatData(transposed));
    TensorProto.Builder offsets =
        TensorProto.newBuilder()
            .setName(bias)
            .setDataType(DataType.FLOAT.getNumber())
            .addDims(labels);
    for (float value : head.bias()) {
      offsets.addFloatData(value);
    }
    graph.addInitializer(offsets);

    graph.addNode(node("MatMul", List.of(PREFIX + "pair", weights), logits + "/product"));
    graph.addNode(node("Add", List.of(logits + "/product", bias), logits + "/pair"));
    addFirstOfPair(graph, logits + "/pair", logits);
    graph.addNode(
        switch (head.kind()) {
          case ONE_OF ->
              node("Softmax", List.of(logits), head.name()).addAttribute(attribute("axis", 1));
          case ANY_OF -> node("Sigmoid", List.of(logits), head.name());
        });
    graph.addOutput(floats(head.name(), labels));
  }

  private static NodeProto.Builder node(String operator, List<String> inputs, String output) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .setName(PREFIX + operator + "/" + output)
        .addAllInput(inputs)
        .addOutput(output);
  }

  private static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  private static TensorProto integers(String name, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.INT64.getNumber())
            .addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    return tensor.build();
  }

  private static TensorProto integer(String name, long value) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(DataType.INT64.getNumber())
        .addInt64Data(value)
        .build();
  }

  private static ValueInfoProto floats(String name, int columns) {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns))
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }

  private GraphWriter() {}
}
