package io.talktrack.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rewrites a fused graph so that its encoder computes in 16 bits, for GPUs.
 *
 * <p>Only the encoder: sums over many tokens pass what 16 bits can hold (65,504), so pooling, norms
 * and heads stay in 32 bits behind one cast per layer that they read. Inputs and outputs are those
 * of the graph that it was.
 */
final class HalfPrecision {
  private static final String OURS = GraphWriter.PREFIX;
  private static final float LARGEST = 65_504;

  static byte[] of(byte[] fused) throws InvalidProtocolBufferException {
    ModelProto model = ModelProto.parseFrom(fused);
    GraphProto.Builder graph = model.getGraph().toBuilder();
    for (int index = 0; index < graph.getInitializerCount(); index++) {
      TensorProto tensor = graph.getInitializer(index);
      if (!tensor.getName().startsWith(OURS)) {
        graph.setInitializer(index, halved(tensor));
      }
    }

    Set<String> ofEncoder = new HashSet<>();
    List<NodeProto> encoder = new ArrayList<>();
    List<NodeProto> ours = new ArrayList<>();
    for (NodeProto node : model.getGraph().getNodeList()) {
      if (node.getName().startsWith(OURS)) {
        ours.add(node);
      } else {
        encoder.add(halved(node));
        ofEncoder.addAll(node.getOutputList());
      }
    }
    graph.clearNode().addAllNode(encoder);
    // shapes are worked out anew; those that are noted would contradict
    graph.clearValueInfo();

    Set<String> widened = new HashSet<>();
    for (NodeProto node : ours) {
      NodeProto.Builder own = node.toBuilder();
      for (int input = 0; input < node.getInputCount(); input++) {
        String name = node.getInput(input);
        if (ofEncoder.contains(name)) {
          if (widened.add(name)) {
            graph.addNode(widening(name));
          }
          own.setInput(input, wide(name));
        }
      }
      graph.addNode(own);
    }
    return model.toBuilder().setGraph(graph).build().toByteArray();
  }

  private static String wide(String name) {
    return OURS + "wide/" + name;
  }

  private static NodeProto widening(String name) {
    return NodeProto.newBuilder()
        .setOpType("Cast")
        .setName(OURS + "Cast/" + name)
        .addInput(name)
        .addOutput(wide(name))
        .addAttribute(
            AttributeProto.newBuilder()
                .setName("to")
                .setType(AttributeType.INT)
                .setI(DataType.FLOAT.getNumber()))
        .build();
  }

  private static NodeProto halved(NodeProto node) {
    NodeProto.Builder own = node.toBuilder();
    for (int index = 0; index < node.getAttributeCount(); index++) {
      AttributeProto attribute = node.getAttribute(index);
      if (attribute.hasG()) {
        throw new IllegalArgumentException(
            "Cannot make an fp16 graph: node %s of the encoder holds a graph of its own. Export it without control flow."
                .formatted(node.getName()));
      }
      if (attribute.hasT()) {
        own.setAttribute(index, attribute.toBuilder().setT(halved(attribute.getT())));
      } else if (node.getOpType().equals("Cast")
          && attribute.getName().equals("to")
          && attribute.getI() == DataType.FLOAT.getNumber()) {
        own.setAttribute(index, attribute.toBuilder().setI(DataType.FLOAT16.getNumber()));
      }
    }
    return own.build();
  }

  private static TensorProto halved(TensorProto tensor) {
    if (tensor.getDataType() != DataType.FLOAT.getNumber()) {
      return tensor;
    }
    float[] values = Tensors.floats(tensor);
    ByteBuffer halves =
        ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      // an attention mask adds the least float there is, which 16 bits would make infinite
      halves.putShort(Fp16Conversions.floatToFp16(Math.max(-LARGEST, Math.min(LARGEST, value))));
    }
    return tensor.toBuilder()
        .clearFloatData()
        .setDataType(DataType.FLOAT16.getNumber())
        .setRawData(ByteString.copyFrom(halves.array()))
        .build();
  }

  private HalfPrecision() {}
}
