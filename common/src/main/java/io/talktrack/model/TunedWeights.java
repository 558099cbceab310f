package io.talktrack.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What fine-tuning has added to an encoder: a small file beside the heads, from which a build makes
 * the tuned encoder.
 *
 * <p>A matrix is kept as one byte per number and one scale per output. The change is small against
 * the weight, so this rounds the weight itself by about a thousandth of a per cent; and what is
 * measured is what ships, since training ends with this rounding.
 */
public final class TunedWeights {
  private static final int STEPS = 127;
  private static final int MOST_PARAMETERS = 10_000;
  private static final int LARGEST_PARAMETER = 100_000_000;

  private final String source;
  private final byte[] packed;

  /**
   * A parameter's change.
   *
   * @param scales one per output; empty for a bias or norm, whose numbers are kept whole
   */
  private record Change(float[] scales, byte[] steps, float[] whole) {}

  // unpacked only where a graph is made: a start-up of models that were made before needs its hash
  // alone
  private TunedWeights(String source, byte[] packed) {
    this.source = source;
    this.packed = packed;
  }

  /** The difference of two sets of parameters; those that did not change are left out. */
  static TunedWeights between(
      Map<String, EncoderParameters.Parameter> before, Map<String, float[]> after) {
    TreeMap<String, Change> changes = new TreeMap<>();
    after.forEach(
        (name, values) -> {
          EncoderParameters.Parameter old = before.get(name);
          float[] difference = new float[values.length];
          for (int place = 0; place < values.length; place++) {
            difference[place] = values[place] - old.values()[place];
          }
          boolean isMatrix = old.shape().length == 2;
          changes.put(
              name,
              isMatrix
                  ? rounded(difference, (int) old.shape()[1])
                  : new Change(new float[0], new byte[0], difference));
        });
    return new TunedWeights("this training", pack(changes));
  }

  private static Change rounded(float[] difference, int outputs) {
    float[] scales = new float[outputs];
    for (int place = 0; place < difference.length; place++) {
      int output = place % outputs;
      scales[output] = Math.max(scales[output], Math.abs(difference[place]) / STEPS);
    }
    byte[] steps = new byte[difference.length];
    for (int place = 0; place < difference.length; place++) {
      float scale = scales[place % outputs];
      steps[place] = scale == 0 ? 0 : (byte) Math.round(difference[place] / scale);
    }
    return new Change(scales, steps, new float[0]);
  }

  /** The encoder's graph with the tuned parameters in place. */
  byte[] applyTo(byte[] encoder) {
    Map<String, EncoderParameters.Parameter> before = EncoderParameters.of(encoder);
    Map<String, float[]> after = new HashMap<>();
    unpack()
        .forEach(
            (name, change) -> {
              EncoderParameters.Parameter old = before.get(name);
              if (old == null
                  || old.values().length != change.steps().length + change.whole().length) {
                throw new IllegalArgumentException(
                    "Cannot tune the encoder: its parameter %s is missing or of another size. The tuned weights belong to another encoder."
                        .formatted(name));
              }
              after.put(name, added(old.values(), change));
            });
    return EncoderParameters.replaced(encoder, after);
  }

  private static float[] added(float[] old, Change change) {
    float[] values = old.clone();
    for (int place = 0; place < values.length; place++) {
      values[place] +=
          change.scales().length == 0
              ? change.whole()[place]
              : change.steps()[place] * change.scales()[place % change.scales().length];
    }
    return values;
  }

  byte[] toBytes() {
    return packed.clone();
  }

  private static byte[] pack(Map<String, Change> changes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(changes.size());
      for (Map.Entry<String, Change> entry : changes.entrySet()) {
        Change change = entry.getValue();
        out.writeUTF(entry.getKey());
        write(out, change.scales());
        out.writeInt(change.steps().length);
        out.write(change.steps());
        write(out, change.whole());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Tuned weights as {@link #toBytes} wrote them.
   *
   * @param source where they were read, for messages
   */
  static TunedWeights fromBytes(String source, byte[] bytes) {
    return new TunedWeights(source, bytes.clone());
  }

  private Map<String, Change> unpack() {
    TreeMap<String, Change> changes = new TreeMap<>();
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
      int count = in.readInt();
      if (count < 0 || count > MOST_PARAMETERS) {
        throw new IOException("%d parameters".formatted(count));
      }
      for (int parameter = 0; parameter < count; parameter++) {
        String name = in.readUTF();
        float[] scales = floats(in);
        byte[] steps = in.readNBytes(length(in));
        changes.put(name, new Change(scales, steps, floats(in)));
      }
      if (in.read() >= 0) {
        throw new IOException("more than its parameters");
      }
      return changes;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read the tuned weights of %s: the file is torn or was not made by `talktrack models train`. Put it back from where the model came."
              .formatted(source),
          e);
    }
  }

  private static void write(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] floats(DataInputStream in) throws IOException {
    float[] values = new float[length(in)];
    for (int place = 0; place < values.length; place++) {
      values[place] = in.readFloat();
    }
    return values;
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LARGEST_PARAMETER) {
      throw new IOException("a parameter of %d numbers".formatted(length));
    }
    return length;
  }
}
