package io.talktrack.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Between which values the inputs of an encoder's products lay on labelled sentences. They are what
 * the scales of an int8 bundle are made of, once and for all texts.
 *
 * @param encoder digest of the weights that were measured
 * @param sentences how many were read
 * @param inputs by the input's name in the graph
 */
public record ActivationRanges(String encoder, int sentences, SortedMap<String, Range> inputs) {
  public static final String FILE = "int8.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  /**
   * What one input was seen to be, after its smoothing.
   *
   * @param smoothing what each feature is divided by before it is rounded, so that a few large ones
   *     do not take all of the range; empty where none is. Its weights are multiplied by the same
   */
  public record Range(float least, float most, float[] smoothing) {}

  public ActivationRanges {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
  }

  /** A short hash of all that decides what integers an encoder multiplies. */
  String version() {
    return DigestUtils.sha256Hex(IntegerWriter.FORM + "\n" + toJson()).substring(0, 12);
  }

  public String toJson() {
    try {
      StringBuilder lines = new StringBuilder();
      lines.append(
          "{\"encoder\":\"%s\",\"sentences\":%d,\"inputs\":{".formatted(encoder, sentences));
      String comma = "\n";
      for (Map.Entry<String, Range> input : inputs.entrySet()) {
        lines
            .append(comma)
            .append(JSON.writeValueAsString(input.getKey()))
            .append(':')
            .append(JSON.writeValueAsString(input.getValue()));
        comma = ",\n";
      }
      return lines.append("\n}}\n").toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Ranges are numbers and names", e);
    }
  }

  /**
   * The ranges that an {@code int8.json} holds.
   *
   * @param source where it was read, for the message
   */
  public static ActivationRanges fromJson(String source, String json) {
    try {
      return JSON.readValue(json, ActivationRanges.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Cannot read the ranges of an int8 bundle from %s: it is torn or was not made by `talktrack models calibrate`. Run that, or set models.precision to fp32."
              .formatted(source),
          e);
    }
  }

  /** Writes {@code int8.json} into a folder of trained heads. */
  public void save(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(FILE), toJson());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write ranges to " + folder, e);
    }
  }
}
