package io.talktrack.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One product of an encoder's tokens with constant weights: nearly all of what an encoder computes.
 *
 * @param bias the sum that follows the product, where one does
 */
record EncoderProduct(NodeProto node, TensorProto weights, Optional<Bias> bias) {

  /**
   * The node that adds a constant to a product's result.
   *
   * @param values name of the constant
   */
  record Bias(NodeProto node, String values) {}

  /** In the order of the graph; heads and pooling are left out. */
  static List<EncoderProduct> of(GraphProto graph) {
    Map<String, TensorProto> constants = new HashMap<>();
    graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
    Map<String, Bias> biases = new HashMap<>();
    for (NodeProto node : graph.getNodeList()) {
      if (node.getOpType().equals("Add") && node.getInputCount() == 2) {
        String left = node.getInput(0);
        String right = node.getInput(1);
        if (constants.containsKey(left)) {
          biases.put(right, new Bias(node, left));
        } else if (constants.containsKey(right)) {
          biases.put(left, new Bias(node, right));
        }
      }
    }

    List<EncoderProduct> products = new ArrayList<>();
    for (NodeProto node : graph.getNodeList()) {
      boolean isEncoders =
          node.getOpType().equals("MatMul") && !node.getName().startsWith(GraphWriter.PREFIX);
      TensorProto weights = isEncoders ? constants.get(node.getInput(1)) : null;
      if (weights != null && weights.getDimsCount() == 2) {
        products.add(
            new EncoderProduct(node, weights, Optional.ofNullable(biases.get(node.getOutput(0)))));
      }
    }
    return products;
  }

  /** Tells encoders apart, so that what was measured on one is not used on another. */
  static String digest(List<EncoderProduct> products) {
    StringBuilder digests = new StringBuilder();
    for (EncoderProduct product : products) {
      digests
          .append(product.input())
          .append(DigestUtils.sha256Hex(product.weights.getRawData().toByteArray()))
          .append('\n');
    }
    return DigestUtils.sha256Hex(digests.toString());
  }

  /** Name of what is multiplied. */
  String input() {
    return node.getInput(0);
  }

  String output() {
    return bias.map(added -> added.node().getOutput(0)).orElseGet(() -> node.getOutput(0));
  }

  int rows() {
    return (int) weights.getDims(0);
  }

  int columns() {
    return (int) weights.getDims(1);
  }

  /** Row after row. */
  float[] values() {
    return Tensors.floats(weights);
  }
}
