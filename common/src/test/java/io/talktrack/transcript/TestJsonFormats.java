package io.talktrack.transcript;

import static io.talktrack.transcript.Fixtures.spoken;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TestJsonFormats {
  @Test
  void postCallAnalyticsSaysWhoIsTheRep() throws Exception {
    Transcript transcript = Fixtures.read("post-call-analytics.json");

    assertThat(spoken(transcript))
        .containsExactly(
            "500-2250 Ana Silva | How can I help you?",
            "2400-4000 Customer | It is too expensive.",
            "4500-5000 IVR | Please hold.");
    assertThat(transcript.cues())
        .extracting(Cue::side)
        .containsExactly(Speaker.REP, Speaker.CUSTOMER, Speaker.UNKNOWN);
    assertThat(transcript.cues())
        .extracting(Cue::channel)
        .containsExactly("spk_0", "spk_1", "spk_1");
    assertThat(transcript.cues().get(0).words())
        .containsExactly(new Word(500L, null, "How", 0.99), new Word(800L, 950L, "can", 0.98));
  }

  @Test
  void postCallAnalyticsNamesItsConversation() throws Exception {
    Transcript transcript = Fixtures.read("post-call-analytics.json");

    assertThat(transcript.sourceSystem()).isEqualTo("amazon-transcribe");
    assertThat(transcript.conversationId()).isEqualTo("call-0042.wav");
    assertThat(transcript.startedAt()).isEqualTo(Instant.parse("2026-04-14T10:15:00.250Z"));
  }

  @Test
  void whisperWordsMayLackTimes() throws Exception {
    Transcript transcript = Fixtures.read("whisper.json");

    assertThat(spoken(transcript))
        .containsExactly("1000-3120 null | What does it cost?", "3500-4000 SPEAKER_01 | Forty.");
    assertThat(transcript.cues().get(0).words())
        .containsExactly(new Word(1000L, 1400L, "What", 0.93), new Word(null, null, "40", 0.5));
  }

  @Test
  void aCutFileIsTorn() throws Exception {
    byte[] whole = Fixtures.bytes("whisper.json");

    assertThatThrownBy(
            () -> TranscriptFormats.read(Arrays.copyOf(whole, whole.length - 60), "a.json"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: TORN at line");
  }

  @Test
  void impossibleTimesAreRefused() {
    assertThatThrownBy(
            () ->
                Fixtures.readText(
                    "{\"segments\": [{\"start\": -1e300, \"end\": 2, \"text\": \"secret\"}]}"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: BAD_TIMES")
        .hasMessageNotContaining("secret");
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "{\"segments\": [{\"start\": 1, \"end\": 2, \"text\": \"a\"}], \"x\": ";

    assertThatThrownBy(() -> Fixtures.readText(deep + "[".repeat(100_000)))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: TOO_LARGE");
  }

  @Test
  void tooManyCuesAreRefused() {
    byte[] two =
        "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\n00:01.000 --> 00:02.000\nb\n".getBytes(UTF_8);

    assertThatThrownBy(() -> TranscriptFormats.read(two, "a.vtt", new Limits(100, 100, 1, 100, 50)))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: TOO_LARGE");
  }
}
