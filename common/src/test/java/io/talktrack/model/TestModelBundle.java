package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestModelBundle {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TrainedHeads HEADS = RandomHeads.on(Pretrained.ALL_MINILM_L6_V2);

  @TempDir Path cache;
  private Path folder;

  /** A whole bundle in all but its graph, which is not run here. */
  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectory(cache.resolve("random-1"));
    Files.write(folder.resolve("model.onnx"), new byte[10_000]);
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    Files.write(
        folder.resolve("labels.json"), JSON.writeValueAsBytes(Map.of("heads", HEADS.heads())));
    Files.writeString(folder.resolve("README.md"), HEADS.card());

    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("name", "random").put("language", "en").put("hash", "0123");
    manifest.put("dimensions", 384).put("max_tokens", 256).put("precision", "fp32");
    ObjectNode files = manifest.putObject("files");
    for (String file : List.of("model.onnx", "tokenizer.json", "labels.json", "README.md")) {
      files.put(file, DigestUtils.sha256Hex(Files.readAllBytes(folder.resolve(file))));
    }
    Files.write(folder.resolve("manifest.json"), JSON.writeValueAsBytes(manifest));
  }

  @Test
  void aWholeBundleIsOpened() {
    ModelBundle bundle = ModelBundle.open(folder);

    assertThat(bundle.name()).isEqualTo("random");
    assertThat(bundle.dimensions()).isEqualTo(384);
    assertThat(bundle.heads()).usingRecursiveComparison().isEqualTo(HEADS.heads());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"model.onnx", "tokenizer.json", "labels.json", "README.md", "manifest.json"})
  void aMissingFileIsNamed(String file) throws IOException {
    Files.delete(folder.resolve(file));

    assertThatThrownBy(() -> ModelBundle.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot use model bundle %s: %s is missing or unreadable. Delete the folder; the next run builds it anew.",
            folder, file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.onnx", "tokenizer.json", "labels.json", "README.md"})
  void aTornFileIsNamed(String file) throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve(file));
    Files.write(folder.resolve(file), Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> ModelBundle.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot use model bundle %s: %s has SHA-256 %s, its manifest says %s. Delete the folder; the next run builds it anew.",
            folder,
            file,
            DigestUtils.sha256Hex(Arrays.copyOf(whole, whole.length / 2)),
            DigestUtils.sha256Hex(whole));
  }

  @Test
  void aGraphWithOneOtherBitIsRefused() throws IOException {
    byte[] graph = Files.readAllBytes(folder.resolve("model.onnx"));
    graph[5_000] ^= 1;
    Files.write(folder.resolve("model.onnx"), graph);

    assertThatThrownBy(() -> ModelBundle.open(folder))
        .hasMessageStartingWith("Cannot use model bundle %s: model.onnx has SHA-256 ", folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"name\": \"ran", "[]", "not JSON at all"})
  void aBrokenManifestIsNamed(String content) throws IOException {
    Files.writeString(folder.resolve("manifest.json"), content);

    assertThatThrownBy(() -> ModelBundle.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot use model bundle %s: manifest.json is no JSON object. Delete the folder; the next run builds it anew.",
            folder);
  }

  @Test
  void whatIsInTheCacheAlreadyIsCheckedBeforeItIsUsed() throws IOException {
    Path cached = cache.resolve("random-" + HEADS.version());
    Files.move(folder, cached);
    assertThat(ModelBundle.build(HEADS, cache).folder()).isEqualTo(cached);

    Files.write(cached.resolve("model.onnx"), new byte[5_000]);

    assertThatThrownBy(() -> ModelBundle.build(HEADS, cache))
        .hasMessageStartingWith("Cannot use model bundle %s: model.onnx has SHA-256 ", cached);
  }

  @Test
  void aGraphThatOnnxRuntimeCannotLoadNamesItsFolder() {
    assertThatThrownBy(() -> TextEncoder.open(ModelBundle.open(folder)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot load model bundle random from %s: ", folder)
        .hasMessageEndingWith("Run `talktrack models build` to make it anew.");
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(cache.resolve("a-file"), "no folder");

    assertThatThrownBy(() -> ModelBundle.build(HEADS, file))
        .hasMessage(
            "Cannot write model bundle random below %s. Check that the folder is writable, or set models.cache.",
            file);
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left).containsExactlyInAnyOrder(file, folder);
    }
  }
}
