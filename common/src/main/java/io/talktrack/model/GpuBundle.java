package io.talktrack.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes of a bundle the one that GPUs read with: the same model in 16 bits, beside it. */
public final class GpuBundle {
  private static final String PRECISION = "fp16";
  private static final String PROVIDER = "onnxruntime-cuda";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Made at its first use; its hash, and so the cache key of each score, is its own. */
  public static ModelBundle of(ModelBundle full) {
    Path folder = full.folder().resolveSibling(full.folder().getFileName() + "-" + PRECISION);
    if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
      write(full, folder);
    }
    return ModelBundle.open(folder);
  }

  private static void write(ModelBundle full, Path folder) {
    try {
      Path draft = Files.createTempDirectory(folder.getParent(), full.name() + "-draft");
      byte[] graph =
          HalfPrecision.of(Files.readAllBytes(full.folder().resolve(ModelBundle.FILES.get(0))));
      Files.write(draft.resolve(ModelBundle.FILES.get(0)), graph);
      for (String file : ModelBundle.FILES.subList(1, ModelBundle.FILES.size())) {
        Files.copy(full.folder().resolve(file), draft.resolve(file));
      }
      Files.write(draft.resolve("manifest.json"), JSON.writeValueAsBytes(manifest(full, graph)));
      ModelBundle.publish(draft, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write model bundle %s. Check that the folder is writable, or set models.cache."
              .formatted(folder),
          e);
    }
  }

  private static ObjectNode manifest(ModelBundle full, byte[] graph) throws IOException {
    ObjectNode manifest =
        (ObjectNode) JSON.readTree(full.folder().resolve("manifest.json").toFile());
    String digest = DigestUtils.sha256Hex(graph);
    manifest.withObject("/files").put(ModelBundle.FILES.get(0), digest);
    manifest.put("precision", PRECISION);
    manifest.put("provider", PROVIDER);
    manifest.put(
        "hash",
        DigestUtils.sha256Hex(
                String.join("\n", full.hash(), digest, PRECISION, PROVIDER)
                    .getBytes(StandardCharsets.UTF_8))
            .substring(0, 32));
    return manifest;
  }

  private GpuBundle() {}
}
