package io.talktrack.transcript;

import static io.talktrack.transcript.Fixtures.spoken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestWebVtt {
  @Test
  void teamsNamesSpanLinesAndTimesAreUnpadded() throws Exception {
    Transcript transcript = Fixtures.read("teams.vtt");

    assertThat(spoken(transcript))
        .containsExactly(
            "1500-4250 Zoë van Dijk | How many seats\ndo you need?",
            "4000-7125 Ben Ito | Forty & maybe more, if the price is < 20.",
            "607125-608000 Ben Ito | Per month.",
            "607125-608000 null | Hm.");
    assertThat(transcript.sourceSystem()).isEqualTo("teams");
  }

  @Test
  void zoomNamesAreTakenFromTheWordsAndOtherColonsStay() throws Exception {
    assertThat(spoken(Fixtures.read("zoom.vtt")))
        .containsExactly(
            "1000-3500 Ana Silva (Acme) | Thanks for joining. Note: this is recorded.",
            "3900-6000 ben.ito | See http://example.com: it starts at 10:30.",
            "6100-9000 Ana Silva (Acme) | So here is the thing: a < b, and R&D agrees.",
            "9500-10000 null | Mm-hm.",
            "12000-14000 ben.ito | That is too expensive for us.",
            "14200-15000 Carla Wen | I agree.",
            "15100-16000 ben.ito | And the budget is gone.");
  }

  @Test
  void commentsStylesAndRegionsAreNoCues() throws Exception {
    Transcript transcript =
        Fixtures.readText(
            """
            WEBVTT - a title
            Kind: captions

            STYLE
            ::cue { color: lime }

            REGION
            id:a

            NOTE not spoken

            00:01.000 --> 00:02.000 align:start
            <b>spoken</b>
            """);

    assertThat(spoken(transcript)).containsExactly("1000-2000 null | spoken");
  }

  @Test
  void inlineTimesBecomeWords() throws Exception {
    Transcript transcript =
        Fixtures.readText(
            "WEBVTT\n\n00:01.000 --> 00:03.000\nso<00:01.500><c> is it</c><00:02.100> dear\n");

    assertThat(transcript.cues().get(0).text()).isEqualTo("so is it dear");
    assertThat(transcript.cues().get(0).words())
        .containsExactly(
            new Word(null, null, "so", null),
            new Word(1500L, null, "is", null),
            new Word(null, null, "it", null),
            new Word(2100L, null, "dear", null));
  }

  /** W3C's rules would lose what stands behind the angle bracket. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Revenue is <5 percent.",
        "Revenue is <5",
        "a < b and b > c",
        "5 < 10",
        "<laughter> Good one.",
        "<5 percent of them churn.",
        "5 <ten"
      })
  void wordsBehindABareAngleAreKept(String said) throws Exception {
    String cue = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + said + "\n";

    assertThat(spoken(Fixtures.readText(cue))).containsExactly("1000-2000 null | " + said);
  }

  @ParameterizedTest
  @CsvSource({"a <>b, a b", "so </>it is, so it is", "it is <, it is", "so<00:01.500, so"})
  void anAngleThatHidesNoWordsIsATag(String said, String kept) throws Exception {
    String cue = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + said + "\n";

    assertThat(spoken(Fixtures.readText(cue))).containsExactly("1000-2000 null | " + kept);
  }

  @Test
  void aZeroByteIsACharacterThatCouldNotBeWritten() throws Exception {
    String cue = "\n\n00:01.000 --> 00:02.000\nfoo\0bar\n";

    assertThat(spoken(Fixtures.readText("WEBVTT" + cue)))
        .containsExactly("1000-2000 null | foo\uFFFDbar");
    assertThat(spoken(Fixtures.readText("\uFEFFWEBVTT" + cue)))
        .containsExactly("1000-2000 null | foo\uFFFDbar");
  }

  @Test
  void wordsUnderABrokenTimeAreKeptWithoutOne() throws Exception {
    Transcript transcript =
        Fixtures.readText("WEBVTT\n\n00:01.000 --> 00:02.000\na\n\n00:02.000 --> 00:0d.000\nb\n");

    assertThat(spoken(transcript)).containsExactly("1000-2000 null | a", "null-null null | b");
  }

  @Test
  void aFileWithoutOneGoodTimeIsRefused() {
    assertThatThrownBy(() -> Fixtures.readText("WEBVTT\n\n00:0x.000 --> 00:02.000\nsecret\n"))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(
            "Cannot read transcript: BAD_TIMES at line 3, it states impossible times. Export it"
                + " again with times like 00:01:02.345.");
  }

  @Test
  void aFileThatEndsOnItsTimeLineIsTorn() {
    assertThatThrownBy(() -> Fixtures.readText("WEBVTT\n\n00:01.000 --> 00:0"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: TORN at line 3, it ends in the middle.");
  }

  @Test
  void aFileWithoutWordsIsEmpty() {
    assertThatThrownBy(() -> Fixtures.readText("WEBVTT\n"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: EMPTY, it holds no words.");
  }
}
