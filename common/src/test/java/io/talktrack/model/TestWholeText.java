package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.talktrack.inference.CachedInference.OutputSpan;
import io.talktrack.model.Head.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestWholeText {
  private static final List<Head> HEADS =
      List.of(head("sentiment", Kind.ONE_OF), head("objection", Kind.ANY_OF));
  private static final String TEXT = "one two. three four.";
  private static final TextChunk FIRST =
      new TextChunk(
          new long[] {101, 1, 2, 102},
          new CharSpan[] {null, new CharSpan(0, 3), new CharSpan(4, 7), null});
  private static final TextChunk SECOND =
      new TextChunk(
          new long[] {101, 3, 4, 102},
          new CharSpan[] {null, new CharSpan(9, 14), new CharSpan(15, 19), null});

  @Test
  void anObjectionIsAsLikelyAsInThePartThatSaysItTheLoudest() {
    WholeText whole =
        new WholeText(
            HEADS,
            List.of(FIRST, SECOND),
            List.of(
                outputs(new float[] {1, 0}, new float[] {0.5f, 0.5f}, new float[] {0.1f, 0.9f}),
                outputs(new float[] {0, 1}, new float[] {0.9f, 0.1f}, new float[] {0.2f, 0.3f})));

    assertThat(whole.probabilities().get(1)).containsExactly(0.2f, 0.9f);
  }

  @Test
  void whatHasOneAnswerIsTheMeanOverTheTokens() {
    WholeText whole =
        new WholeText(
            HEADS,
            List.of(FIRST, new TextChunk(new long[12], new CharSpan[12])),
            List.of(
                outputs(new float[] {1, 0}, new float[] {1, 0}, new float[] {0, 0}),
                outputs(new float[] {0, 1}, new float[] {0, 1}, new float[] {0, 0})));

    assertThat(whole.probabilities().get(0)).containsExactly(0.25f, 0.75f);
    assertThat(whole.embedding())
        .containsExactly((float) (1 / Math.sqrt(10)), (float) (3 / Math.sqrt(10)));
  }

  @Test
  void evidenceOfALaterPartStandsWhereItStandsInTheText() {
    WholeText whole =
        new WholeText(
            HEADS,
            List.of(FIRST, SECOND),
            List.of(
                outputs(new float[] {1, 0}, new float[] {0.5f, 0.4f}, new float[] {0.1f, 0}),
                outputs(new float[] {1, 0}, new float[] {0.4f, 0.5f}, new float[] {0.9f, 0})));

    assertThat(whole.carriedBy(TEXT, WordBreaks.of("en")))
        .containsExactly(new OutputSpan(2, 9, 19));
  }

  @Test
  void aTextOfOnePartIsLeftAsItWasRead() {
    float[][] read = outputs(new float[] {3, 4}, new float[] {0.3f, 0.3f}, new float[] {0, 1});

    WholeText whole = new WholeText(HEADS, List.of(FIRST), List.<float[][]>of(read));

    assertThat(whole.embedding()).isSameAs(read[0]);
    assertThat(whole.probabilities()).containsExactly(read[1], read[2]);
  }

  // the second word of each part carries the third output of four
  private static float[][] outputs(float[] embedding, float[] sentiment, float[] objection) {
    float[] shares = new float[16];
    shares[2 * 4 + 2] = 5;
    return new float[][] {embedding, sentiment, objection, shares};
  }

  private static Head head(String name, Kind kind) {
    return new Head(
        name,
        kind,
        List.of("A", "B"),
        new float[][] {{0}, {0}},
        new float[] {0, 0},
        new double[] {0.6, 0.95});
  }
}
