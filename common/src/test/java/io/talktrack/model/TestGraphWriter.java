package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class TestGraphWriter {
  private static final List<String> TEXTS =
      List.of(
          "that's more than we have",
          "We looked at two other vendors and one of them already talks to our warehouse system.",
          "说实话今年的预算董事会只批了一半，所以我们可能得等到明年再看。",
          "ok");

  @TempDir Path cache;

  @ParameterizedTest
  @EnumSource(Pretrained.class)
  void aFusedGraphEmbedsAsThePretrainedEncoderPooledByHand(Pretrained encoder) throws Exception {
    try (TextEncoder fused = TextEncoder.open(ModelBundle.build(RandomHeads.on(encoder), cache));
        TextEncoder.Session session = fused.newSession();
        OrtSession pretrained = OrtEnvironment.getEnvironment().createSession(graph(encoder))) {
      for (String text : TEXTS) {
        long[] tokens = fused.tokenize(text);

        float[] embedding = session.embed(tokens);

        assertThat(cosine(embedding, mean(pretrained, tokens)))
            .as(text)
            .isGreaterThanOrEqualTo(0.99999);
      }
    }
  }

  @Test
  void anEncoderThatIsNoOnnxModelIsRefused() {
    byte[] page = "<html>not found</html>".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> GraphWriter.fuse(page, 384, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read the encoder: its 22 bytes are no ONNX model. Check that the file is complete.");
  }

  @Test
  void anEncoderOfOtherDimensionsIsRefused() throws IOException {
    byte[] graph = graph(Pretrained.ALL_MINILM_L6_V2);

    assertThatThrownBy(() -> GraphWriter.fuse(graph, 512, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot fuse the encoder: it has no output of shape batch x tokens x 512. Export it as feature extraction.");
  }

  private static byte[] graph(Pretrained encoder) throws IOException {
    try (InputStream in =
        TestGraphWriter.class.getResourceAsStream("/" + encoder.graphResource())) {
      return in.readAllBytes();
    }
  }

  private static double[] mean(OrtSession encoder, long[] tokens) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] ones = new long[tokens.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, new long[][] {tokens});
        OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
        OnnxTensor types =
            OnnxTensor.createTensor(environment, new long[][] {new long[tokens.length]});
        OrtSession.Result result =
            encoder.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[][] vectors = ((float[][][]) result.get(0).getValue())[0];
      double[] mean = new double[vectors[0].length];
      for (float[] vector : vectors) {
        for (int dimension = 0; dimension < mean.length; dimension++) {
          mean[dimension] += vector[dimension] / vectors.length;
        }
      }
      return mean;
    }
  }

  private static double cosine(float[] left, double[] right) {
    double product = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    for (int dimension = 0; dimension < left.length; dimension++) {
      product += left[dimension] * right[dimension];
      leftSquares += left[dimension] * (double) left[dimension];
      rightSquares += right[dimension] * right[dimension];
    }
    return product / Math.sqrt(leftSquares * rightSquares);
  }
}
