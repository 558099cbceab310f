package io.talktrack.transcript;

import static io.talktrack.transcript.Fixtures.spoken;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Cue;
import org.junit.jupiter.api.Test;

class TestZoomChat {
  @Test
  void aMessageMayHaveLines() throws Exception {
    assertThat(spoken(Fixtures.read("chat.txt")))
        .containsExactly(
            "2000-2000 Ana Silva (Acme) | hi",
            "10000-10000 ben.ito | the list:\n- seats\n- support",
            "13000-13000 Carla Wen | Acme | Reacted to \"hi\" with +1");
    assertThat(Fixtures.read("chat.txt").cues()).extracting(Cue::channel).containsOnly("chat");
  }

  @Test
  void theClientsWallClockIsNoPlaceInTheRecording() throws Exception {
    assertThat(spoken(Fixtures.read("client-chat.txt")))
        .containsExactly(
            "null-null Ana Silva | Hello to all: welcome",
            "null-null Ben Ito | Is the price fixed?");
  }

  @Test
  void onlyTheNameTellsAnUntabbedChatFromSpeech() throws Exception {
    byte[] lines = "00:00:01 Ana: hi\n00:00:03 Ben: hello\n00:00:05 Ana: so\n".getBytes(UTF_8);

    assertThat(TranscriptFormats.detect(lines, "a/meeting_chat.txt").format().name())
        .isEqualTo("zoom-chat");
    assertThat(TranscriptFormats.detect(lines, "chat/meeting.txt").format().name())
        .isEqualTo("dialogue");
  }
}
