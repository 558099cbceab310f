package io.talktrack.objection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestBackChannel {
  @ParameterizedTest
  @ValueSource(strings = {"Mm-hm.", "yeah, right", "I see.", "嗯", "对对对。", "好的", "...", "Okay!"})
  void soundsOfListeningAreBackChannels(String text) {
    assertThat(BackChannel.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"No.", "yeah yeah yeah sure", "Right?", "贵", "好的我们下周签", "not sure"})
  void anythingElseTakesTheFloor(String text) {
    assertThat(BackChannel.is(text)).isFalse();
  }
}
