package io.talktrack.transcript;

import static io.talktrack.transcript.Fixtures.spoken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestSubRip {
  @Test
  void aNameHoldsUntilTheNextWhereItStandsOnlyAtChanges() throws Exception {
    assertThat(spoken(Fixtures.read("names-at-change.srt")))
        .containsExactly(
            "0-2000 Ana | Thanks for the call\ntoday.",
            "2000-4000 Ana | We looked at the offer.",
            "5000-7500 Ben | And what do you think",
            "7500-9000 Ben | of the price?",
            "9200-11000 Ana | It is fair.",
            "11200-12000 Ben | Good.");
  }

  @Test
  void countersMayBeMissingAndBlankLinesStandInText() throws Exception {
    assertThat(
            spoken(
                Fixtures.readText(
                    "00:00:01.0 --> 00:00:02.0\na\n\n42\n\n00:00:03,5 --> 00:00:04,5\nb")))
        .containsExactly("1000-2000 null | a\n\n42", "3500-4500 null | b");
  }

  @Test
  void aBlockWhoseTimeLineIsMissingKeepsItsWords() throws Exception {
    assertThat(
            spoken(
                Fixtures.readText(
                    "1\n00:00:01,000 --> 00:00:02,000\na\n\n2\nb\n\n3\n00:00:03,000 --> 00:00:04,000\nc")))
        .containsExactly("1000-2000 null | a", "null-null null | b", "3000-4000 null | c");
  }

  @Test
  void aFileThatEndsOnItsTimeLineIsTorn() {
    assertThatThrownBy(() -> Fixtures.readText("1\n00:00:01,000 --> 00:00:02,000"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: TORN at line 2");
  }
}
