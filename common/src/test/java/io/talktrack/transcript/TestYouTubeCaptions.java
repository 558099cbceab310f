package io.talktrack.transcript;

import static io.talktrack.transcript.Fixtures.spoken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestYouTubeCaptions {
  @Test
  void speakersStandBeforeTheirWords() throws Exception {
    assertThat(spoken(Fixtures.read("youtube.sbv")))
        .containsExactly(
            "1000-4250 Ana | What does it cost\nfor forty seats?",
            "5000-8000 Ben | That depends on the term.",
            "8100-9000 Ana | Say two years.",
            "9500-12000 Ben | Then it is nine thousand a year.");
  }

  @Test
  void wordsWithoutTimesAreKept() throws Exception {
    assertThat(
            spoken(
                Fixtures.readText(
                    "0:00:01.0,0:00:02.0\na\n\nb\n\n0:00:03.x,0:00:04.0\nc\n0:00:05.0,0:00:06.0\nd")))
        .containsExactly(
            "1000-2000 null | a", "null-null null | b", "null-null null | c", "5000-6000 null | d");
  }

  @Test
  void aFileThatEndsOnItsTimeLineIsTorn() {
    assertThatThrownBy(() -> Fixtures.readText("0:00:01.0,0:00:02.0\na\n\n0:00:03.0,0:00:04.0"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: TORN at line 4");
  }
}
