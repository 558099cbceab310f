package io.talktrack.jobs.understand;

import io.talktrack.inference.CachedInference;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TurnLabel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the model said of one turn.
 *
 * @param embedding null where no model read it
 */
public record ReadTurn(String callId, int turnNo, TextLabels labels, byte[] embedding) {
  static ReadTurn of(TurnLabel label, CachedInference read) {
    return new ReadTurn(
        label.callId(), label.turnNo(), label.labels(), read == null ? null : read.embedding());
  }

  float[] vector() {
    return floats(embedding);
  }

  static float[] floats(byte[] embedding) {
    float[] values = new float[embedding.length / Float.BYTES];
    ByteBuffer.wrap(embedding).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
