package io.talktrack.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an int8 bundle was measured to bring and to cost beside fp32, and the bounds within which it
 * pays.
 *
 * @param bundle version of the heads and ranges that were measured
 * @param processor the kind on which the speed was measured
 * @param sentences how many the loss was measured on
 * @param gain times the speed of fp32 on one core
 * @param lostPoints by head, of macro-F1 from 0 to 100; negative where int8 does better
 * @param leastGain int8 pays from here on
 * @param mostLostPoints int8 pays up to here, for every head
 */
public record IntegerVerdict(
    String bundle,
    String processor,
    int sentences,
    double gain,
    SortedMap<String, Double> lostPoints,
    double leastGain,
    double mostLostPoints) {
  public static final String FILE = "int8-verdict.json";

  private static final double LEAST_GAIN = 1.2;
  private static final double MOST_LOST_POINTS = 0.5;
  private static final double DIGITS = 1e4;
  private static final String ALLOWED = "is_allowed";
  private static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  public IntegerVerdict {
    lostPoints = Collections.unmodifiableSortedMap(new TreeMap<>(lostPoints));
  }

  /** What was measured on this machine, held against today's bounds. */
  public static IntegerVerdict here(
      String bundle, int sentences, double gain, Map<String, Double> lostPoints) {
    SortedMap<String, Double> lost = new TreeMap<>();
    lostPoints.forEach((head, points) -> lost.put(head, rounded(points)));
    return new IntegerVerdict(
        bundle, Processor.kind(), sentences, rounded(gain), lost, LEAST_GAIN, MOST_LOST_POINTS);
  }

  private static double rounded(double number) {
    return Math.round(number * DIGITS) / DIGITS;
  }

  /** Whether int8 pays where it was measured. */
  public boolean allows() {
    return against(processor).isEmpty();
  }

  /** Why fp32 is better on a kind of processor; empty where int8 pays. */
  public Optional<String> against(String here) {
    Optional<Map.Entry<String, Double>> worst =
        lostPoints.entrySet().stream().max(Map.Entry.comparingByValue());
    if (worst.isPresent() && worst.get().getValue() > mostLostPoints) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "loses %.2f points of F1 (%s), and %.2f are allowed",
              worst.get().getValue(),
              worst.get().getKey(),
              mostLostPoints));
    }
    if (!processor.equals(here)) {
      return Optional.of(
          "was timed on %s and not on %s: run `talktrack models calibrate` here"
              .formatted(processor, here));
    }
    return gain < leastGain
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "is %.2f times as fast as fp32, and %.2f times are asked",
                gain,
                leastGain))
        : Optional.empty();
  }

  /** With what follows from it, for people. */
  public String toJson() {
    ObjectNode tree = JSON.valueToTree(this);
    tree.put(ALLOWED, allows());
    return tree.toPrettyString() + "\n";
  }

  /**
   * The verdict that an {@code int8-verdict.json} holds.
   *
   * @param source where it was read, for the message
   */
  public static IntegerVerdict fromJson(String source, String json) {
    try {
      ObjectNode tree = JSON.readValue(json, ObjectNode.class);
      tree.remove(ALLOWED);
      return JSON.treeToValue(tree, IntegerVerdict.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Cannot read the verdict on int8 from %s: it is torn or was not made by `talktrack models calibrate`. Run that, or set models.precision to fp32."
              .formatted(source),
          e);
    }
  }

  /** Writes {@code int8-verdict.json} into a folder of trained heads. */
  public void save(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(FILE), toJson());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the verdict on int8 to " + folder, e);
    }
  }
}
