package io.talktrack.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestWording {
  @Test
  void offsetsAreCodePoints() {
    Wording.Match match = Wording.find("😀 嗯，我保证百分之百不会出问题！", "我保证百分百不会出问题").orElseThrow();

    assertThat(match.start()).isEqualTo(4);
    assertThat(match.end()).isEqualTo(16);
    assertThat(match.distance()).isEqualTo(1);
    assertThat(match.isNegated()).isFalse();
  }

  @Test
  void fullWidthLettersCapitalsAndCurlyApostrophesAreTheSameWords() {
    assertThat(Wording.find("ＴＨＩＳ Call’s Taped today", "this call's taped today"))
        .get()
        .extracting(Wording.Match::distance)
        .isEqualTo(0);
  }

  @Test
  void otherWordsAreNotFound() {
    assertThat(Wording.find("this call is going very well", "this call is being recorded"))
        .isEmpty();
    assertThat(Wording.find("", "this call is being recorded")).isEmpty();
  }

  @Test
  void aNegationOfThePhraseItselfDoesNotCount() {
    assertThat(Wording.find("it can never go wrong", "it can never go wrong").orElseThrow())
        .extracting(Wording.Match::isNegated)
        .isEqualTo(false);
    assertThat(Wording.find("我不能保证您一定能赚回来", "保证您一定能赚回来").orElseThrow())
        .extracting(Wording.Match::isNegated)
        .isEqualTo(true);
  }

  @Test
  void aSentenceHasFourWordsOrSixHanCharacters() {
    assertThat(Wording.isSentence("yeah okay, sure")).isFalse();
    assertThat(Wording.isSentence("yeah okay, sure thing")).isTrue();
    assertThat(Wording.isSentence("好的好的嗯")).isFalse();
    assertThat(Wording.isSentence("好的好的，谢谢")).isTrue();
  }
}
