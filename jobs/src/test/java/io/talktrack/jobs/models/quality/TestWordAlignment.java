package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.jobs.models.quality.WordAlignment.Aligned;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestWordAlignment {
  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  @Test
  void caseAndSignsAreNoErrors() {
    Aligned aligned = WordAlignment.of(words("Good morning, all."), words("good morning all"));

    assertThat(aligned).isEqualTo(new Aligned(List.of(0, 1, 2), 0));
  }

  @Test
  void aMissedAnAddedAndAReplacedWordAreOneErrorEach() {
    Aligned aligned =
        WordAlignment.of(
            words("we grew the margin by two points"), words("we grew margin by by two pints"));

    assertThat(aligned.edits()).isEqualTo(3);
    assertThat(aligned.referenceOf()).hasSize(7).startsWith(0, 1, 3).endsWith(5, 6);
  }

  @Test
  void placesNeverGoBack() {
    Aligned aligned = WordAlignment.of(words("a b c d e f"), words("x a c b d d e y f z"));

    assertThat(aligned.referenceOf()).isSorted().doesNotContainNull();
  }

  @Test
  void nothingHeardIsEveryWordMissed() {
    assertThat(WordAlignment.of(words("a b c"), List.of())).isEqualTo(new Aligned(List.of(), 3));
  }
}
