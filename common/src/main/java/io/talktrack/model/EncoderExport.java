package io.talktrack.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * Writes a pretrained encoder as other libraries want it: {@code model.onnx} with the output's
 * usual name, a configuration and a vocabulary.
 */
public final class EncoderExport {
  private static final String OUTPUT = "last_hidden_state";
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void write(Pretrained encoder, Path folder) throws IOException {
    Path assets = Files.createDirectories(folder.resolve("assets"));
    ModelProto model = GraphWriter.parse(ModelBundle.graph(encoder));
    Files.write(folder.resolve("model.onnx"), renamed(model).toByteArray());
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

  private static ModelProto renamed(ModelProto model) {
    String hidden = model.getGraph().getOutput(0).getName();
    GraphProto.Builder graph = model.getGraph().toBuilder();
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      for (int input = 0; input < node.getInputCount(); input++) {
        node.setInput(input, renamed(node.getInput(input), hidden));
      }
      for (int output = 0; output < node.getOutputCount(); output++) {
        node.setOutput(output, renamed(node.getOutput(output), hidden));
      }
    }
    graph.getOutputBuilder(0).setName(OUTPUT);
    return model.toBuilder().setGraph(graph).build();
  }

  private static String renamed(String name, String hidden) {
    return name.equals(hidden) ? OUTPUT : name;
  }

  private static InputStream resource(String name) {
    return EncoderExport.class.getResourceAsStream("/" + name);
  }

  private EncoderExport() {}
}
