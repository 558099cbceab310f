package io.talktrack.model;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads and writes the numbers of an ONNX graph's constants. */
final class Tensors {
  private Tensors() {}

  /** Row after row, whichever of the two ways the tensor keeps them in. */
  static float[] floats(TensorProto tensor) {
    float[] values;
    if (tensor.getRawData().isEmpty()) {
      values = new float[tensor.getFloatDataCount()];
      for (int place = 0; place < values.length; place++) {
        values[place] = tensor.getFloatData(place);
      }
    } else {
      values = new float[tensor.getRawData().size() / Float.BYTES];
      tensor
          .getRawData()
          .asReadOnlyByteBuffer()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
    }
    return values;
  }

  static ByteString raw(float[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return ByteString.copyFrom(buffer);
  }
}
