package io.talktrack.transcript;

import static io.talktrack.transcript.Fixtures.spoken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.call.Cue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Otter, Rev and Fireflies: a line with name and time above what was said. */
class TestHeadedText {
  @Test
  void ottersPrefaceAndFooterAreNotSpoken() throws Exception {
    assertThat(spoken(Fixtures.read("otter.txt")))
        .containsExactly(
            "1000-null Ana Silva | What does it cost?\n\nIs it per seat?",
            "65000-null Ben Ito | It is. We meet at 10:30 about it.",
            "3723000-null Unknown Speaker | Good.");
  }

  @Test
  void otterMayLeaveNamesOut() throws Exception {
    assertThat(spoken(Fixtures.readText("0:01  \nHello.\n\n0:15  \nBye.\n")))
        .containsExactly("1000-null null | Hello.", "15000-null null | Bye.");
  }

  @Test
  void revKeepsItsMarksWithinTheText() throws Exception {
    assertThat(Fixtures.read("rev.txt").format()).isEqualTo("rev-text");
    assertThat(spoken(Fixtures.read("rev.txt")))
        .containsExactly(
            "1000-null Ana Silva | What does it cost?",
            "65000-null Ben Ito | It is nine thousand a year [crosstalk 00:01:09] for forty seats.",
            "3723000-null Ana Silva | Good.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana (00:01):", "Ana: (00:01)", "Ana [00:00:01]:", "Ana (0:01)"})
  void revWritesItsHeadingsInSeveralWays(String heading) throws Exception {
    String text = heading + "\nWhat?\n\n" + heading.replace("01", "09") + "\nThat.\n";

    assertThat(spoken(Fixtures.readText(text)))
        .containsExactly("1000-null Ana | What?", "9000-null Ana | That.");
  }

  @Test
  void aRangeInBracketsSaysTheEndToo() throws Exception {
    Cue first = Fixtures.readText("Ana (00:01 - 00:04)\nWhat?\n").cues().get(0);

    assertThat(first).isEqualTo(Cue.timed(1000, 4000, "Ana", "What?"));
  }

  @Test
  void firefliesPutsTheTimeBeforeTheName() throws Exception {
    assertThat(Fixtures.read("fireflies.txt").format()).isEqualTo("fireflies-text");
    assertThat(spoken(Fixtures.read("fireflies.txt")))
        .containsExactly(
            "1000-null Ana Silva | What does it cost?",
            "65000-null Ben Ito | It is nine thousand a year.",
            "3723000-null Ana Silva | Good.");
  }

  @ParameterizedTest
  @CsvSource({
    "'Lunch  12:30\nSoup.\n\nStart  09:00\nWelcome.\n\nTea  08:00\nGreen.\n'",
    "'We will meet again then, at  12:30\nSoup.\n'",
    "'Agenda\nAna (00:01):\n'",
    "'Ana (00:99):\nHello.\n'"
  })
  void timesThatHeadNothingSaidAreNoTranscript(String text) {
    assertThatThrownBy(() -> Fixtures.readText(text))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: UNKNOWN_FORMAT");
  }
}
