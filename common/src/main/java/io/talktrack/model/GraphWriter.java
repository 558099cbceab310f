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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes pooling, normalisation and heads behind an encoder, so that one forward pass answers every
 * question.
 *
 * <p>The embedding is the mean of the last layer's token vectors. The heads read that mean of the
 * last four layers side by side (Devlin et al. 2019, BERT, section 5.3): the last layer of a
 * sentence encoder was trained to compare sentences, and has lost much of what they say.
 *
 * <p>Since a head is linear in sums over tokens, its score is a sum of one number per token. The
 * graph gives these numbers too: they tell which words carried a label, for the price of one narrow
 * product per layer.
 *
 * <p>Only operators whose form is the same from opset 9 to 17 are used: the encoders differ in
 * theirs.
 */
public final class GraphWriter {
  public static final String EMBEDDING = "embedding";

  /** What heads are trained on; an output only where there are no heads yet. */
  public static final String FEATURES = "features";

  /**
   * What each token adds to each label's logit, heads side by side; up to the bias, the tokens of a
   * text add up to its logits.
   */
  static final String SHARES = "shares";

  /**
   * Names what this class makes of an encoder and {@link CarryingWords} of its shares: raise it
   * with either.
   */
  static final String FORM = "fused-4";

  static final int LAYERS = 4;
  private static final Pattern LAYER_END =
      Pattern.compile("encoder\\.layer\\.(\\d+)\\.output\\.LayerNorm\\.bias");
  private static final String MASK = "attention_mask";

  /** What the names of all that is added to an encoder begin with. */
  static final String PREFIX = "talktrack/";

  /**
   * The encoder's graph with new outputs: {@link #EMBEDDING} (batch × dimensions, L2 norm 1), one
   * per head (batch × labels, probabilities) and {@link #SHARES} (batch × tokens × all labels).
   */
  public static byte[] fuse(byte[] encoder, int dimensions, List<Head> heads) {
    ModelProto model = parse(encoder);
    GraphProto.Builder graph = model.getGraph().toBuilder();
    String hidden = hiddenStates(model.getGraph(), dimensions);
    List<String> layers = lastLayers(model.getGraph());
    graph.clearOutput();

    addMask(graph);
    graph.addInitializer(integer(PREFIX + "first", 0));
    List<String> means = new ArrayList<>();
    for (String layer : layers) {
      means.add(addMean(graph, layer, PREFIX + "mean_" + means.size()));
    }
    String embedding =
        layers.contains(hidden)
            ? means.get(layers.indexOf(hidden))
            : addMean(graph, hidden, PREFIX + "mean");
    addFirstOfPair(graph, embedding, EMBEDDING);
    graph.addOutput(floats(EMBEDDING, dimensions));

    String features = PREFIX + "features";
    graph.addNode(node("Concat", means, features).addAttribute(attribute("axis", 2)));
    int width = dimensions * means.size();
    if (heads.isEmpty()) {
      addFirstOfPair(graph, features, FEATURES);
      graph.addOutput(floats(FEATURES, width));
    }
    for (Head head : heads) {
      addHead(graph, head, features, width);
    }
    if (!heads.isEmpty()) {
      addShares(graph, layers, means, dimensions, heads);
    }
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  /** A fused graph without {@link #SHARES} and all that makes them. */
  static byte[] withoutShares(byte[] fused) {
    ModelProto model = parse(fused);
    GraphProto.Builder graph = model.getGraph().toBuilder();
    List<NodeProto> nodes =
        graph.getNodeList().stream().filter(node -> !isOfShares(node.getOutput(0))).toList();
    List<TensorProto> initializers =
        graph.getInitializerList().stream()
            .filter(initializer -> !isOfShares(initializer.getName()))
            .toList();
    List<ValueInfoProto> outputs =
        graph.getOutputList().stream().filter(output -> !isOfShares(output.getName())).toList();
    graph.clearNode().addAllNode(nodes);
    graph.clearInitializer().addAllInitializer(initializers);
    graph.clearOutput().addAllOutput(outputs);
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  private static boolean isOfShares(String name) {
    return name.equals(SHARES)
        || name.startsWith(PREFIX + "shares_")
        || name.equals(PREFIX + "first_row");
  }

  static ModelProto parse(byte[] encoder) {
    try {
      return ModelProto.parseFrom(encoder);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(
          "Cannot read the encoder: its %d bytes are no ONNX model. Check that the file is complete."
              .formatted(encoder.length),
          e);
    }
  }

  static String hiddenStates(GraphProto graph, int dimensions) {
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

  /** What each of the encoder's layers ends with, from the first to the last. */
  static List<String> layerEnds(GraphProto graph) {
    TreeMap<Integer, String> layers = new TreeMap<>();
    for (NodeProto node : graph.getNodeList()) {
      for (String input : node.getInputList()) {
        Matcher end = LAYER_END.matcher(input);
        if (end.find()) {
          layers.put(Integer.valueOf(end.group(1)), node.getOutput(0));
        }
      }
    }
    return List.copyOf(layers.values());
  }

  private static List<String> lastLayers(GraphProto graph) {
    List<String> layers = layerEnds(graph);
    if (layers.size() < LAYERS) {
      throw new IllegalArgumentException(
          "Cannot fuse the encoder: it has %d layers by the names that Hugging Face's BERT export gives, and heads read the last %d."
              .formatted(layers.size(), LAYERS));
    }
    return layers.subList(layers.size() - LAYERS, layers.size());
  }

  private static void addMask(GraphProto.Builder graph) {
    graph.addNode(
        node("Cast", List.of(MASK), PREFIX + "mask")
            .addAttribute(attribute("to", DataType.FLOAT.getNumber())));
    graph.addInitializer(integers(PREFIX + "row_shape", 0, 1, -1));
    graph.addNode(
        node("Reshape", List.of(PREFIX + "mask", PREFIX + "row_shape"), PREFIX + "mask_row"));
    addTwice(graph, PREFIX + "mask_row", PREFIX + "mask_pair");
  }

  // the norm takes the mean's denominator out, so the sum over tokens is enough
  private static String addMean(GraphProto.Builder graph, String hidden, String name) {
    graph.addNode(node("MatMul", List.of(PREFIX + "mask_pair", hidden), name + "/sum"));
    graph.addNode(
        node("LpNormalization", List.of(name + "/sum"), name)
            .addAttribute(attribute("axis", 2))
            .addAttribute(attribute("p", 2)));
    return name;
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

  private static void addHead(GraphProto.Builder graph, Head head, String features, int width) {
    if (head.weights()[0].length != width) {
      throw new IllegalArgumentException(
          "Cannot fuse head %s: it weighs %d numbers of a text, and this encoder gives %d. Train it anew with `talktrack models train`."
              .formatted(head.name(), head.weights()[0].length, width));
    }
    String weights = PREFIX + head.name() + "/weights";
    String bias = PREFIX + head.name() + "/bias";
    String logits = PREFIX + head.name() + "/logits";
    int labels = head.labels().size();

    List<Float> transposed = new ArrayList<>(width * labels);
    for (int column = 0; column < width; column++) {
      for (float[] row : head.weights()) {
        transposed.add(row[column]);
      }
    }
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(weights)
            .setDataType(DataType.FLOAT.getNumber())
            .addDims(width)
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

    graph.addNode(node("MatMul", List.of(features, weights), logits + "/product"));
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

  private static void addShares(
      GraphProto.Builder graph,
      List<String> layers,
      List<String> means,
      int dimensions,
      List<Head> heads) {
    List<float[]> labels = heads.stream().flatMap(head -> Arrays.stream(head.weights())).toList();
    graph.addInitializer(integers(PREFIX + "first_row", 0));
    List<String> shares = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      String name = PREFIX + "shares_" + layer;
      TensorProto.Builder weights =
          TensorProto.newBuilder()
              .setName(name + "/weights")
              .setDataType(DataType.FLOAT.getNumber())
              .addDims(dimensions)
              .addDims(labels.size());
      for (int dimension = 0; dimension < dimensions; dimension++) {
        for (float[] label : labels) {
          weights.addFloatData(label[layer * dimensions + dimension]);
        }
      }
      graph.addInitializer(weights);
      graph.addNode(
          node("MatMul", List.of(layers.get(layer), name + "/weights"), name + "/product"));
      graph.addNode(
          node("ReduceL2", List.of(means.get(layer) + "/sum"), name + "/norms")
              .addAttribute(attributes("axes", 2))
              .addAttribute(attribute("keepdims", 1)));
      graph.addNode(
          node("Gather", List.of(name + "/norms", PREFIX + "first_row"), name + "/norm")
              .addAttribute(attribute("axis", 1)));
      graph.addNode(node("Div", List.of(name + "/product", name + "/norm"), name));
      shares.add(name);
    }
    graph.addNode(node("Sum", shares, SHARES));
    graph.addOutput(tensor(SHARES, labels.size(), "batch", "tokens"));
  }

  static NodeProto.Builder node(String operator, List<String> inputs, String output) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .setName(PREFIX + operator + "/" + output)
        .addAllInput(inputs)
        .addOutput(output);
  }

  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  private static AttributeProto attributes(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.INTS)
        .addInts(value)
        .build();
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

  static ValueInfoProto floats(String name, int columns) {
    return tensor(name, columns, "batch");
  }

  /** A tensor of floats: dimensions that vary, by name, and then its columns. */
  static ValueInfoProto tensor(String name, int columns, String... varying) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (String dimension : varying) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(dimension));
    }
    shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns));
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
