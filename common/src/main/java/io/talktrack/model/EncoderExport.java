package io.talktrack.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Writes a pretrained encoder as other libraries want it: {@code model.onnx} and a vocabulary. */
public final class EncoderExport {
  public static void write(Pretrained encoder, Path folder) throws IOException {
    Path assets = Files.createDirectories(folder.resolve("assets"));
    try (InputStream graph = resource(encoder.graphResource());
        InputStream tokenizer = resource(encoder.tokenizerResource())) {
      Files.copy(graph, folder.resolve("model.onnx"));
      byte[] json = tokenizer.readAllBytes();
      Files.write(folder.resolve("tokenizer.json"), json);
      JsonNode vocabulary = new ObjectMapper().readTree(json).at("/model/vocab");
      TreeMap<Integer, String> pieces = new TreeMap<>();
      vocabulary
          .fields()
          .forEachRemaining(entry -> pieces.put(entry.getValue().asInt(), entry.getKey()));
      Files.write(assets.resolve("vocab.txt"), pieces.values());
    }
  }

  private static InputStream resource(String name) {
    return EncoderExport.class.getResourceAsStream("/" + name);
  }

  private EncoderExport() {}
}
