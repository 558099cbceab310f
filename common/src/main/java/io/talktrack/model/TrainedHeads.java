package io.talktrack.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What {@code talktrack models train} makes and git keeps: heads, thresholds, how they were made,
 * and a card for people.
 *
 * @param training data hashes, folds, seeds and measured quality, as written into the manifest
 */
public record TrainedHeads(
    String name,
    String language,
    Pretrained encoder,
    int maxTokens,
    List<Head> heads,
    JsonNode training,
    String card) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public TrainedHeads {
    heads = List.copyOf(heads);
  }

  /** The first question only. */
  public TrainedHeads withOneHead() {
    return new TrainedHeads(
        name, language, encoder, maxTokens, heads.subList(0, 1), training, card);
  }

  /** A short hash of heads and graph: a bundle made of others gets another folder. */
  public String version() {
    return DigestUtils.sha256Hex(
            (GraphWriter.FORM + "\n" + toJson()).getBytes(StandardCharsets.UTF_8))
        .substring(0, 12);
  }

  public String toJson() {
    ObjectNode json = JSON.createObjectNode();
    json.put("name", name);
    json.put("language", language);
    json.put("encoder", encoder.name());
    json.put("max_tokens", maxTokens);
    json.set("training", training);
    json.set("heads", JSON.valueToTree(heads));
    return json.toPrettyString();
  }

  /**
   * The heads that a {@code heads.json} holds.
   *
   * @param source where it was read, for the message
   */
  public static TrainedHeads fromJson(String source, String json, String card) {
    try {
      JsonNode tree = JSON.readTree(json);
      return new TrainedHeads(
          tree.path("name").asText(),
          tree.path("language").asText(),
          Pretrained.valueOf(tree.path("encoder").asText()),
          tree.path("max_tokens").asInt(),
          List.of(JSON.treeToValue(tree.required("heads"), Head[].class)),
          tree.path("training"),
          card);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot read trained heads from %s: heads.json is torn or was not made by `talktrack models train`. Put the file back, or set models.english and models.chinese to folders that it made."
              .formatted(source),
          e);
    }
  }

  /** Writes {@code heads.json} and the card into a folder. */
  public void save(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("heads.json"), toJson() + "\n");
      Files.writeString(folder.resolve("README.md"), card);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write trained heads to " + folder, e);
    }
  }

  public static TrainedHeads load(Path folder) {
    try {
      return fromJson(
          folder.toString(),
          Files.readString(folder.resolve("heads.json")),
          Files.readString(folder.resolve("README.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read trained heads from %s: heads.json or README.md is missing. Set models.english and models.chinese to folders made by `talktrack models train`."
              .formatted(folder),
          e);
    }
  }
}
