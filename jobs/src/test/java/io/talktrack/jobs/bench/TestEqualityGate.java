package io.talktrack.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.jobs.bench.EqualityGate.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestEqualityGate {
  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};
  private static final EqualityGate GATE =
      new EqualityGate(List.of("one", "two", "three"), List.of(EAST, NORTH, EAST));

  /** Gives what it was made with. */
  private record Arm(List<float[]> given) implements InferenceArm {
    @Override
    public String name() {
      return "an arm";
    }

    @Override
    public Cost read(InferenceTexts texts) {
      throw new AssertionError("It is timed before it is judged");
    }

    @Override
    public List<float[]> embeddings(List<String> texts) {
      return given;
    }

    @Override
    public void close() {}
  }

  private static Verdict judge(float[]... given) {
    return GATE.judge(new Arm(List.of(given)));
  }

  @Test
  void anArmThatSaysTheSameIsTimedWhateverTheLengthOfItsEmbeddings() {
    assertThat(judge(EAST, NORTH, new float[] {5, 0}))
        .isEqualTo(new Verdict(true, "equal: an arm, cosine 1.0000000 or more on 3 texts"));
    assertThat(judge(EAST, new float[] {0.01f, 1}, EAST).line())
        .isEqualTo("equal: an arm, cosine 0.9999500 or more on 3 texts");
  }

  @Test
  void anArmThatIsOffOnOneTextIsRefusedWithTheLowestCosine() {
    assertThat(judge(new float[] {1, 0.02f}, new float[] {4, 3}, EAST))
        .isEqualTo(
            new Verdict(
                false,
                "Cannot time an arm: the embeddings of 2 of 3 texts have a cosine below 0.9999 with the model's own, that of text 2 the lowest, 0.600000. It would be another model's speed."));
  }

  @Test
  void anArmWithoutAnEmbeddingForEveryTextIsRefused() {
    assertThat(judge(EAST, NORTH))
        .isEqualTo(
            new Verdict(
                false,
                "Cannot time an arm: it gave 2 embeddings for 3 texts. It would be another model's speed."));
    for (float[] none : List.of(new float[0], new float[2], new float[] {Float.NaN, 1})) {
      assertThat(judge(EAST, NORTH, none))
          .isEqualTo(
              new Verdict(
                  false,
                  "Cannot time an arm: it gave no embedding of 2 numbers for text 3. It would be another model's speed."));
    }
  }
}
