package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDisturbance {
  @Test
  void punctuationGoesButNumbersAndApostrophesStay() {
    assertThat(Disturbance.NO_PUNCTUATION.apply("Well, it's 1,200.50 - at 9:30! Isn't it?"))
        .isEqualTo("Well it's 1,200.50 - at 9:30 Isn't it");
    assertThat(Disturbance.NO_PUNCTUATION.apply("太贵了，真的。再说吧！")).isEqualTo("太贵了 真的 再说吧");
  }

  @Test
  void fillersGoAndWordsThatLookLikeThemStay() {
    assertThat(Disturbance.NO_FILLERS.apply("Um, I mean, it's, uh, the umbrella kind of thing"))
        .isEqualTo("it's, the umbrella thing");
    assertThat(Disturbance.NO_FILLERS.apply("嗯，那个，价格太高了，那个方案")).isEqualTo("价格太高了，那个方案");
  }

  @Test
  void whatIsNothingButAFillerStays() {
    assertThat(Disturbance.NO_FILLERS.apply("Um.")).isEqualTo("Um.");
  }

  @Test
  void fillersComeInTheLanguageOfTheText() {
    assertThat(Disturbance.MORE_FILLERS.apply("No, it isn't")).isEqualTo("Um, No, uh, it isn't");
    assertThat(Disturbance.MORE_FILLERS.apply("不，不是")).isEqualTo("嗯，不，那个，不是");
  }
}
