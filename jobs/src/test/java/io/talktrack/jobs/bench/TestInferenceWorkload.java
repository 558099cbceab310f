package io.talktrack.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestInferenceWorkload {
  private static final List<String> SAID =
      IntStream.range(0, 200)
          .mapToObj("We counted %d pallets before noon, and nobody wrote it down."::formatted)
          .toList();

  @ParameterizedTest
  @EnumSource(InferenceWorkload.class)
  void noTwoTextsAreEqualAndTheSameAreMadeAgain(InferenceWorkload workload) {
    List<String> texts = workload.texts(SAID, 300);

    assertThat(texts).doesNotHaveDuplicates().isEqualTo(workload.texts(SAID, 300));
    assertThat(String.join(" ", SAID)).contains(texts);
  }

  @Test
  void textsOfUniformLengthHaveElevenWords() {
    assertThat(InferenceWorkload.UNIFORM.texts(SAID, 20))
        .allSatisfy(text -> assertThat(text.split(" ")).hasSize(11));
  }

  @Test
  void chineseIsCutBetweenCharacters() {
    List<String> said = List.of("说实话今年的预算董事会只批了一半", "所以我们可能得等到明年再看");

    assertThat(InferenceWorkload.SHORT.texts(said, 60))
        .hasSize(60)
        .allSatisfy(text -> assertThat(String.join("", said)).contains(text));
  }

  @Test
  void theGiantCallHasHalfOfTheTexts() {
    assertThat(
            IntStream.range(0, 100)
                .filter(text -> InferenceWorkload.ONE_GIANT.call(text, 100) == 0)
                .count())
        .isEqualTo(50);
  }
}
