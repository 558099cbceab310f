package io.talktrack.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * Writes the encoder that a model reads with, as other libraries want it, so that they can be
 * measured on the same weights.
 */
public final class EncoderExport {
  private static final String OUTPUT = "last_hidden_state";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** For libraries that make a text's vector of its tokens' themselves. */
  public static void ofTokens(TrainedHeads trained, Path folder) throws IOException {
    ModelProto model = GraphWriter.parse(ModelBundle.encoder(trained));
    String hidden = GraphWriter.hiddenStates(model.getGraph(), trained.encoder().dimensions());
    write(trained.encoder(), onlyOutput(model, hidden), folder);
  }

  /**
   * For Spark NLP, which takes all numbers of a text for its vector: one of {@link
   * Pretrained#dimensions} for a text.
   */
  public static void ofTexts(TrainedHeads trained, Path folder) throws IOException {
    byte[] pooled =
        GraphWriter.fuse(ModelBundle.encoder(trained), trained.encoder().dimensions(), List.of());
    write(trained.encoder(), onlyOutput(GraphWriter.parse(pooled), GraphWriter.EMBEDDING), folder);
  }

  private static void write(Pretrained encoder, ModelProto model, Path folder) throws IOException {
    Path assets = Files.createDirectories(folder.resolve("assets"));
    Files.write(folder.resolve("model.onnx"), model.toByteArray());
    try (InputStream tokenizer = resource(encoder.tokenizerResource())) {
      byte[] json = tokenizer.readAllBytes();
      Files.write(folder.resolve("tokenizer.json"), json);
      JsonNode vocabulary = JSON.readTree(json).at("/model/vocab");
      TreeMap<Integer, String> pieces = new TreeMap<>();
      vocabulary
          .fields()
          .forEachRemaining(entry -> pieces.put(entry.getValue().asInt(), entry.getKey()));
      Files.write(assets.resolve("vocab.txt"), pieces.values());
      ObjectNode configuration = JSON.createObjectNode();
      configuration.put("model_type", "bert");
      configuration.put("hidden_size", encoder.dimensions());
      configuration.put("num_hidden_layers", GraphWriter.layerEnds(model.getGraph()).size());
      configuration.put("vocab_size", pieces.size());
      Files.writeString(folder.resolve("config.json"), configuration.toPrettyString());
    }
  }

  private static ModelProto onlyOutput(ModelProto model, String output) {
    GraphProto.Builder graph = model.getGraph().toBuilder();
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      for (int input = 0; input < node.getInputCount(); input++) {
        node.setInput(input, renamed(node.getInput(input), output));
      }
      for (int made = 0; made < node.getOutputCount(); made++) {
        node.setOutput(made, renamed(node.getOutput(made), output));
      }
    }
    ValueInfoProto kept =
        graph.getOutputList().stream()
            .filter(one -> one.getName().equals(output))
            .findFirst()
            .orElseThrow();
    graph.clearOutput().addOutput(kept.toBuilder().setName(OUTPUT));
    return model.toBuilder().setGraph(graph).build();
  }

  private static String renamed(String name, String output) {
    return name.equals(output) ? OUTPUT : name;
  }

  private static InputStream resource(String name) {
    return EncoderExport.class.getResourceAsStream("/" + name);
  }

  private EncoderExport() {}
}
