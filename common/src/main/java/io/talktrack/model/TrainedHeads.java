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
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What {@code talktrack models train} makes and git keeps: heads, thresholds, what fine-tuning
 * changed in the encoder, how they were made, and a card for people.
 *
 * @param tuned null where the encoder is as it was pretrained
 * @param training data hashes, folds, seeds and measured quality, as written into the manifest
 */
public record TrainedHeads(
    String name,
    String language,
    Pretrained encoder,
    int maxTokens,
    List<Head> heads,
    TunedWeights tuned,
    JsonNode training,
    String card) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEADS = "heads.json";
  private static final String CARD = "README.md";
  private static final String TUNED = "encoder.delta";

  public TrainedHeads {
    heads = List.copyOf(heads);
  }

  /** The first question only. */
  public TrainedHeads withOneHead() {
    return new TrainedHeads(
        name, language, encoder, maxTokens, heads.subList(0, 1), tuned, training, card);
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
    if (tuned != null) {
      json.put(TUNED, DigestUtils.sha256Hex(tuned.toBytes()));
    }
    json.set("training", training);
    json.set("heads", JSON.valueToTree(heads));
    return json.toPrettyString();
  }

  /**
   * What a folder of {@code talktrack models train} holds.
   *
   * @param source the folder, for messages
   * @param files content by file name
   */
  public static TrainedHeads read(String source, Function<String, byte[]> files) {
    String json = new String(files.apply(HEADS), StandardCharsets.UTF_8);
    String card = new String(files.apply(CARD), StandardCharsets.UTF_8);
    try {
      JsonNode tree = JSON.readTree(json);
      return new TrainedHeads(
          tree.path("name").asText(),
          tree.path("language").asText(),
          Pretrained.valueOf(tree.path("encoder").asText()),
          tree.path("max_tokens").asInt(),
          List.of(JSON.treeToValue(tree.required("heads"), Head[].class)),
          tree.has(TUNED) ? tuned(source, files.apply(TUNED), tree.path(TUNED).asText()) : null,
          tree.path("training"),
          card);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot read trained heads from %s: heads.json is torn or was not made by `talktrack models train`. Put the file back, or set models.english and models.chinese to folders that it made."
              .formatted(source),
          e);
    }
  }

  private static TunedWeights tuned(String source, byte[] bytes, String expected) {
    String found = DigestUtils.sha256Hex(bytes);
    if (!found.equals(expected)) {
      throw new IllegalStateException(
          "Cannot read trained heads from %s: encoder.delta has SHA-256 %s, heads.json says %s. Put back the file that was made with these heads."
              .formatted(source, found, expected));
    }
    return TunedWeights.fromBytes(source, bytes);
  }

  /** Writes the heads, the card and what fine-tuning changed into a folder. */
  public void save(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(HEADS), toJson() + "\n");
      Files.writeString(folder.resolve(CARD), card);
      Files.deleteIfExists(folder.resolve(TUNED));
      if (tuned != null) {
        Files.write(folder.resolve(TUNED), tuned.toBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write trained heads to " + folder, e);
    }
  }

  public static TrainedHeads load(Path folder) {
    return read(
        folder.toString(),
        file -> {
          try {
            return Files.readAllBytes(folder.resolve(file));
          } catch (IOException e) {
            throw new UncheckedIOException(
                "Cannot read trained heads from %s: %s is missing. Set models.english and models.chinese to folders made by `talktrack models train`."
                    .formatted(folder, file),
                e);
          }
        });
  }
}
