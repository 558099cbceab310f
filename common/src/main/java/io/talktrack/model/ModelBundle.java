package io.talktrack.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A model as a folder: {@code model.onnx}, {@code tokenizer.json}, {@code labels.json}, {@code
 * manifest.json}, {@code README.md}.
 *
 * @param hash of all that decides a score and its words: graph, tokenizer, labels, precision,
 *     provider, longest input
 */
public record ModelBundle(
    Path folder,
    String name,
    String language,
    int dimensions,
    int maxTokens,
    String precision,
    String hash,
    List<Head> heads) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  static final List<String> FILES =
      List.of("model.onnx", "tokenizer.json", "labels.json", "README.md");

  public ModelBundle {
    heads = List.copyOf(heads);
  }

  /**
   * Joins trained heads with their pretrained encoder in a folder below {@code cache}, or finds
   * them joined there already.
   */
  public static ModelBundle build(TrainedHeads trained, Path cache) {
    return build(trained, Optional.empty(), cache);
  }

  /**
   * The same with an encoder that multiplies integers.
   *
   * @param int8 measured on the encoder; fp32 without
   */
  public static ModelBundle build(
      TrainedHeads trained, Optional<ActivationRanges> int8, Path cache) {
    Path folder = cache.resolve("%s-%s".formatted(trained.name(), version(trained, int8)));
    if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
      write(trained, int8, cache, folder);
    }
    return open(folder);
  }

  /** A short hash of what a bundle is made of. */
  public static String version(TrainedHeads trained, Optional<ActivationRanges> int8) {
    return int8.map(ranges -> trained.version() + "-" + ranges.version()).orElse(trained.version());
  }

  /** Opens a bundle after checking every file against its manifest. */
  public static ModelBundle open(Path folder) {
    JsonNode manifest = readJson(folder, "manifest.json");
    for (String file : FILES) {
      String expected = manifest.path("files").path(file).asText();
      String found = DigestUtils.sha256Hex(bytes(folder, file));
      if (!expected.equals(found)) {
        throw new IllegalArgumentException(
            "Cannot use model bundle %s: %s has SHA-256 %s, its manifest says %s. Delete the folder; the next run builds it anew."
                .formatted(folder, file, found, expected));
      }
    }
    return read(folder);
  }

  /** A bundle whose files were checked before. */
  static ModelBundle read(Path folder) {
    JsonNode manifest = readJson(folder, "manifest.json");
    try {
      List<Head> heads =
          List.of(JSON.treeToValue(readJson(folder, "labels.json").path("heads"), Head[].class));
      return new ModelBundle(
          folder,
          manifest.path("name").asText(),
          manifest.path("language").asText(),
          manifest.path("dimensions").asInt(),
          manifest.path("max_tokens").asInt(),
          manifest.path("precision").asText(),
          manifest.path("hash").asText(),
          heads);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the heads of model bundle " + folder, e);
    }
  }

  /**
   * The same in a folder below {@code cache}, but that it finds no words behind its labels: beside
   * it is measured what they cost.
   */
  public ModelBundle withoutWords(Path cache) {
    Path target = cache.resolve(name + "-without-words");
    try {
      Files.createDirectories(target);
      for (String file : FILES.subList(1, FILES.size())) {
        Files.copy(folder.resolve(file), target.resolve(file));
      }
      byte[] graph = GraphWriter.withoutShares(bytes(folder, "model.onnx"));
      Files.write(target.resolve("model.onnx"), graph);
      ObjectNode manifest = (ObjectNode) readJson(folder, "manifest.json");
      ((ObjectNode) manifest.path("files")).put("model.onnx", DigestUtils.sha256Hex(graph));
      manifest.put("hash", DigestUtils.sha256Hex(hash + "/without-words").substring(0, 32));
      Files.write(target.resolve("manifest.json"), JSON.writeValueAsBytes(manifest));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write model bundle %s below %s. Check that the folder is writable."
              .formatted(name, cache),
          e);
    }
    return open(target);
  }

  /** The encoder's graph, with what fine-tuning changed. */
  static byte[] encoder(TrainedHeads trained) {
    byte[] pretrained = graph(trained.encoder());
    return trained.tuned() == null ? pretrained : trained.tuned().applyTo(pretrained);
  }

  private static void write(
      TrainedHeads trained, Optional<ActivationRanges> int8, Path cache, Path folder) {
    try {
      Files.createDirectories(cache);
      Path draft = Files.createTempDirectory(cache, trained.name() + "-draft");
      Pretrained encoder = trained.encoder();
      byte[] fused = GraphWriter.fuse(encoder(trained), encoder.dimensions(), trained.heads());
      Files.write(
          draft.resolve("model.onnx"),
          int8.map(ranges -> IntegerWriter.write(fused, ranges)).orElse(fused));
      Files.write(
          draft.resolve("tokenizer.json"),
          resource(encoder.tokenizerResource(), encoder.tokenizerSha256()));
      Files.write(
          draft.resolve("labels.json"), JSON.writeValueAsBytes(Map.of("heads", trained.heads())));
      Files.writeString(draft.resolve("README.md"), trained.card());
      Files.write(
          draft.resolve("manifest.json"),
          JSON.writeValueAsBytes(manifest(trained, int8.isPresent() ? "int8" : "fp32", draft)));
      publish(draft, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write model bundle %s below %s. Check that the folder is writable, or set models.cache."
              .formatted(trained.name(), cache),
          e);
    }
  }

  // two drivers may build the same bundle at once: the first to rename wins, both have equal files
  static void publish(Path draft, Path folder) throws IOException {
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException raced) {
      for (String file : FILES) {
        Files.deleteIfExists(draft.resolve(file));
      }
      Files.deleteIfExists(draft.resolve("manifest.json"));
      Files.deleteIfExists(draft);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("The file system of %s cannot rename folders".formatted(folder), e);
    }
  }

  private static ObjectNode manifest(TrainedHeads trained, String precision, Path draft) {
    Map<String, String> digests = new TreeMap<>();
    for (String file : FILES) {
      digests.put(file, DigestUtils.sha256Hex(bytes(draft, file)));
    }

    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("name", trained.name());
    manifest.put("language", trained.language());
    manifest.put("encoder", trained.encoder().name());
    manifest.put("dimensions", trained.encoder().dimensions());
    manifest.put("max_tokens", trained.maxTokens());
    manifest.put("precision", precision);
    manifest.put("provider", "onnxruntime-cpu");
    manifest.put(
        "hash",
        DigestUtils.sha256Hex(
                String.join(
                        "\n",
                        GraphWriter.FORM,
                        digests.get("model.onnx"),
                        digests.get("tokenizer.json"),
                        digests.get("labels.json"),
                        precision,
                        "onnxruntime-cpu",
                        Integer.toString(trained.maxTokens()))
                    .getBytes(StandardCharsets.UTF_8))
            .substring(0, 32));
    manifest.set("files", JSON.valueToTree(digests));
    manifest.set("training", trained.training());
    return manifest;
  }

  /** The encoder as it was pretrained. */
  static byte[] graph(Pretrained encoder) {
    return resource(encoder.graphResource(), encoder.graphSha256());
  }

  static byte[] resource(String name, String expected) {
    try (InputStream in = ModelBundle.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "Cannot build a model bundle: %s is not on the class path. Build the jar anew with `mvn package`."
                .formatted(name));
      }
      byte[] content = in.readAllBytes();
      String found = DigestUtils.sha256Hex(content);
      if (!found.equals(expected)) {
        throw new IllegalStateException(
            "Cannot build a model bundle: %s has SHA-256 %s, expected %s. The encoder's artefact is not the one that was pinned."
                .formatted(name, found, expected));
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + " from the class path", e);
    }
  }

  private static JsonNode readJson(Path folder, String file) {
    try {
      return JSON.readValue(bytes(folder, file), ObjectNode.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Cannot use model bundle %s: %s is no JSON object. Delete the folder; the next run builds it anew."
              .formatted(folder, file),
          e);
    }
  }

  private static byte[] bytes(Path folder, String file) {
    try {
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Cannot use model bundle %s: %s is missing or unreadable. Delete the folder; the next run builds it anew."
              .formatted(folder, file),
          e);
    }
  }
}
