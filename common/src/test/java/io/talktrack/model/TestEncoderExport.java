package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestEncoderExport {
  private static final TrainedHeads HEADS = RandomHeads.on(Pretrained.ALL_MINILM_L6_V2);

  @TempDir private Path folder;

  @Test
  void anEncoderOfTokensIsWrittenAsOthersLookForIt() throws IOException {
    EncoderExport.ofTokens(HEADS, folder);

    assertThat(outputDimensions()).containsExactly(0L, 0L, 384L);
    JsonNode configuration = new ObjectMapper().readTree(folder.resolve("config.json").toFile());
    assertThat(configuration.path("model_type").asText()).isEqualTo("bert");
    assertThat(configuration.path("hidden_size").asInt()).isEqualTo(384);
    assertThat(configuration.path("num_hidden_layers").asInt()).isEqualTo(6);
    assertThat(configuration.path("vocab_size").asInt()).isEqualTo(30_522);
    assertThat(Files.readAllLines(folder.resolve("assets/vocab.txt")))
        .hasSize(30_522)
        .contains("[CLS]", "budget");
  }

  @Test
  void anEncoderOfTextsGivesOneVectorForEach() throws IOException {
    EncoderExport.ofTexts(HEADS, folder);

    assertThat(outputDimensions()).containsExactly(0L, 384L);
  }

  // of the only output, which one node makes
  private List<Long> outputDimensions() throws IOException {
    GraphProto graph =
        GraphWriter.parse(Files.readAllBytes(folder.resolve("model.onnx"))).getGraph();
    assertThat(graph.getOutputList()).hasSize(1);
    assertThat(graph.getOutput(0).getName()).isEqualTo("last_hidden_state");
    assertThat(graph.getNodeList())
        .filteredOn(node -> node.getOutputList().contains("last_hidden_state"))
        .hasSize(1);
    return graph.getOutput(0).getType().getTensorType().getShape().getDimList().stream()
        .map(TensorShapeProto.Dimension::getDimValue)
        .toList();
  }
}
