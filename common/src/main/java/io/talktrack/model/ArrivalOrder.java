package io.talktrack.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * Reads texts as djl-spark does, for comparison: a model load per task, and batches of rows as they
 * come. Unlike djl-spark it closes what it loaded.
 */
public final class ArrivalOrder {
  /** The embeddings as little-endian floats, in the order of the texts of each partition. */
  public static Dataset<byte[]> read(
      Dataset<String> texts, ModelBundle bundle, int batch, InferenceCounters counters) {
    String folder = bundle.folder().toString();
    return texts.mapPartitions(
        (MapPartitionsFunction<String, byte[]>)
            rows -> partition(rows, Path.of(folder), batch, counters),
        Encoders.BINARY());
  }

  private static Iterator<byte[]> partition(
      Iterator<String> rows, Path folder, int batch, InferenceCounters counters) throws Exception {
    List<byte[]> embeddings = new ArrayList<>();
    try (TextEncoder encoder = TextEncoder.open(ModelBundle.read(folder));
        TextEncoder.Session session = encoder.newSession()) {
      counters.loads().add(1);
      List<long[]> next = new ArrayList<>();
      while (rows.hasNext()) {
        next.add(encoder.tokenize(rows.next()));
        if (next.size() == batch || !rows.hasNext()) {
          for (float[][] outputs : session.forward(next)) {
            embeddings.add(bytes(outputs[0]));
          }
          count(next, counters);
          next.clear();
        }
      }
    }
    return embeddings.iterator();
  }

  private static void count(List<long[]> texts, InferenceCounters counters) {
    int longest = texts.stream().mapToInt(ids -> ids.length).max().orElse(0);
    counters.forwardPasses().add(1);
    counters.tokens().add(texts.stream().mapToLong(ids -> ids.length).sum());
    counters.paddedTokens().add((long) texts.size() * longest);
  }

  private static byte[] bytes(float[] embedding) {
    ByteBuffer bytes =
        ByteBuffer.allocate(embedding.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(embedding);
    return bytes.array();
  }

  private ArrivalOrder() {}
}
