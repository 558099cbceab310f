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
            words("the margin grew by two whole points this year"),
            words("margin grew by two whole whole pints this year"));

    assertThat(aligned.edits()).isEqualTo(3);
    assertThat(aligned.referenceOf()).hasSize(9).startsWith(1, 2, 3, 4).endsWith(6, 7, 8);
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
