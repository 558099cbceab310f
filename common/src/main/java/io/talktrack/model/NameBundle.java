package io.talktrack.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** Joins a {@link NameHead} with its encoder as a {@link ModelBundle} below the cache. */
public final class NameBundle {
  static final int MAX_TOKENS = 256;

  private static final ObjectMapper JSON = new ObjectMapper();

  private NameBundle() {}

  /** The bundle that gives logits. */
  public static ModelBundle build(NameHead head, Path cache) {
    Path folder = cache.resolve("%s-%s".formatted(head.name(), head.version()));
    if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
      Pretrained encoder = head.encoder();
      byte[] graph = NameGraph.logits(graph(encoder), encoder.dimensions(), head.weights());
      byte[] integers = IntegerWriter.write(graph, head.ranges());
      write(head.name(), encoder, integers, "int8", head.card(), cache, folder);
    }

    return ModelBundle.open(folder);
  }

  /** The bundle on which ranges are measured. */
  public static ModelBundle exact(Pretrained encoder, Path cache) {
    return vectors(encoder, Optional.empty(), cache);
  }

  /** The bundle that gives the vectors which a head is trained on, as the head will read them. */
  public static ModelBundle bare(Pretrained encoder, ActivationRanges ranges, Path cache) {
    return vectors(encoder, Optional.of(ranges), cache);
  }

  private static ModelBundle vectors(
      Pretrained encoder, Optional<ActivationRanges> int8, Path cache) {
    String name = "names-vectors";
    String version = int8.map(ActivationRanges::version).orElse("fp32");
    Path folder = cache.resolve("%s-%s-%s".formatted(name, NameGraph.FORM, version));
    if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
      byte[] graph = NameGraph.vectors(graph(encoder), encoder.dimensions());
      write(
          name,
          encoder,
          int8.map(ranges -> IntegerWriter.write(graph, ranges)).orElse(graph),
          int8.isPresent() ? "int8" : "fp32",
          "Vectors of tokens, to train on.\n",
          cache,
          folder);
    }

    return ModelBundle.open(folder);
  }

  private static byte[] graph(Pretrained encoder) {
    return ModelBundle.resource(encoder.graphResource(), encoder.graphSha256());
  }

  private static void write(
      String name,
      Pretrained encoder,
      byte[] graph,
      String precision,
      String card,
      Path cache,
      Path folder) {
    try {
      Files.createDirectories(cache);
      Path draft = Files.createTempDirectory(cache, name + "-draft");
      byte[] tokenizer =
          ModelBundle.resource(encoder.tokenizerResource(), encoder.tokenizerSha256());
      ObjectNode files = JSON.createObjectNode();
      put(draft, files, "model.onnx", graph);
      put(draft, files, "tokenizer.json", tokenizer);
      put(draft, files, "labels.json", "{\"heads\":[]}\n".getBytes(StandardCharsets.UTF_8));
      put(draft, files, "README.md", card.getBytes(StandardCharsets.UTF_8));

      ObjectNode manifest = JSON.createObjectNode();
      manifest.put("name", name);
      manifest.put("language", "en");
      manifest.put("encoder", encoder.name());
      manifest.put("dimensions", encoder.dimensions());
      manifest.put("max_tokens", MAX_TOKENS);
      manifest.put("precision", precision);
      manifest.put("provider", "onnxruntime-cpu");
      manifest.put(
          "hash", DigestUtils.sha256Hex(files.toString() + "\n" + MAX_TOKENS).substring(0, 32));
      manifest.set("files", files);
      Files.write(draft.resolve("manifest.json"), JSON.writeValueAsBytes(manifest));
      ModelBundle.publish(draft, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write model bundle %s below %s. Check that the folder is writable, or set models.cache."
              .formatted(name, cache),
          e);
    }
  }

  private static void put(Path draft, ObjectNode files, String file, byte[] content)
      throws IOException {
    Files.write(draft.resolve(file), content);
    files.put(file, DigestUtils.sha256Hex(content));
  }
}
