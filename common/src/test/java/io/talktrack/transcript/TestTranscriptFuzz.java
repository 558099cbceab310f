package io.talktrack.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.talktrack.call.Cue;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes, a transcript is read or refused by the one documented exception. In a build
 * the seeds beside this class and every format's example are tried; CONTRIBUTING tells how to
 * search on.
 */
class TestTranscriptFuzz {
  static Stream<byte[]> examples() {
    return TranscriptFormats.all().stream()
        .map(format -> format.example().getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("examples")
  @FuzzTest
  void bytesAreATranscriptOrUnreadable(byte[] content) {
    try {
      assertThat(TranscriptFormats.read(content, "calls/2026-06-02 any").cues())
          .isNotEmpty()
          .extracting(Cue::text)
          .doesNotContainNull();
    } catch (UnreadableException refused) {
      assertThat(refused).hasMessageStartingWith("Cannot read transcript: " + refused.reason());
    }
  }
}
