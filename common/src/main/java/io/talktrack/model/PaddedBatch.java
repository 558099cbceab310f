package io.talktrack.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.List;

/** What one forward pass reads: token ids, padded to the longest text, row after row. */
record PaddedBatch(int rows, int longest, LongBuffer ids, LongBuffer mask, LongBuffer types) {
  static PaddedBatch of(List<long[]> tokens) {
    int rows = tokens.size();
    int longest = tokens.stream().mapToInt(text -> text.length).max().orElse(0);
    LongBuffer ids = longs(rows * longest);
    LongBuffer mask = longs(rows * longest);
    for (int row = 0; row < rows; row++) {
      long[] text = tokens.get(row);
      for (int position = 0; position < text.length; position++) {
        ids.put(row * longest + position, text[position]);
        mask.put(row * longest + position, 1L);
      }
    }
    return new PaddedBatch(rows, longest, ids, mask, longs(rows * longest));
  }

  private static LongBuffer longs(int count) {
    return ByteBuffer.allocateDirect(count * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
  }
}
