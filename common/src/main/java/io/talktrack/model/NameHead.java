package io.talktrack.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.talktrack.privacy.SpelledWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What {@code talktrack models train-names} makes and git keeps: a linear layer that tells of each
 * word whether it is part of a person's name, a place or an address.
 *
 * @param weights per {@link NameLabel}, of what the encoder makes of a word ({@link NameGraph})
 * @param signs per label, of how the word is written ({@link SpelledWord})
 * @param ranges of the encoder's numbers, since its products multiply integers
 * @param thresholds per label the least probability at which it is given; that of NONE is not used
 * @param training how it was made and how good it is, for people
 */
public record NameHead(
    String name,
    Pretrained encoder,
    ActivationRanges ranges,
    float[][] weights,
    float[][] signs,
    float[] bias,
    double[] thresholds,
    JsonNode training,
    String card) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "names.json";

  public NameHead {
    int labels = NameLabel.values().length;
    if (weights.length != labels
        || signs.length != labels
        || bias.length != labels
        || thresholds.length != labels
        || signs[0].length != SpelledWord.SIGNS) {
      throw new IllegalArgumentException(
          "Head %s is not made for %d labels and %d signs"
              .formatted(name, labels, SpelledWord.SIGNS));
    }
  }

  /** A short hash of all that decides what is found. */
  public String version() {
    return DigestUtils.sha256Hex(
            String.join("\n", NameGraph.FORM, IntegerWriter.FORM, toJson())
                .getBytes(StandardCharsets.UTF_8))
        .substring(0, 12);
  }

  public String toJson() {
    ObjectNode json = JSON.createObjectNode();
    json.put("name", name);
    json.put("encoder", encoder.name());
    json.set("training", training);
    json.putRawValue("ranges", new RawValue(ranges.toJson().strip().replace("\n", "")));
    json.set("thresholds", JSON.valueToTree(thresholds));
    json.set("bias", JSON.valueToTree(bias));
    json.set("signs", JSON.valueToTree(signs));
    json.set("weights", JSON.valueToTree(weights));
    return json.toString();
  }

  /**
   * The head that a {@code names.json} holds.
   *
   * @param source where it was read, for the message
   */
  public static NameHead fromJson(String source, String json, String card) {
    try {
      JsonNode tree = JSON.readTree(json);
      return new NameHead(
          tree.path("name").asText(),
          Pretrained.valueOf(tree.path("encoder").asText()),
          ActivationRanges.fromJson(source, tree.required("ranges").toString()),
          JSON.treeToValue(tree.required("weights"), float[][].class),
          JSON.treeToValue(tree.required("signs"), float[][].class),
          JSON.treeToValue(tree.required("bias"), float[].class),
          JSON.treeToValue(tree.required("thresholds"), double[].class),
          tree.path("training"),
          card);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot read a names' head from %s: names.json is torn or was not made by `talktrack models train-names`. Put the file back, set privacy.names-model to a folder that it made, or privacy.names to rules."
              .formatted(source),
          e);
    }
  }

  /** Writes {@code names.json} and the card into a folder. */
  public void save(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(FILE), toJson() + "\n");
      Files.writeString(folder.resolve("README.md"), card);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a names' head to " + folder, e);
    }
  }
}
