package io.talktrack.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestTranscriptFormats {
  @Test
  void eachFormatReadsItsOwnExample() throws Exception {
    for (TranscriptFormat format : TranscriptFormats.all()) {
      byte[] example = format.example().getBytes(UTF_8);

      assertThat(TranscriptFormats.detect(example, "any").format()).isSameAs(format);
      assertThat(TranscriptFormats.read(example, "any").format()).isEqualTo(format.name());
    }
  }

  @Test
  void theContentDecidesAndThePathDoesNot() throws Exception {
    Detection detection = TranscriptFormats.detect(Fixtures.bytes("zoom.vtt"), "wrong.srt");

    assertThat(detection.format().name()).isEqualTo("webvtt");
    assertThat(detection.reason()).isEqualTo("the first line is WEBVTT");
  }

  @Test
  void formatsHaveDistinctNames() {
    assertThat(TranscriptFormats.all()).extracting(TranscriptFormat::name).doesNotHaveDuplicates();
  }

  @Test
  void whatNobodyKnowsIsSaidWithoutItsContent() {
    assertThatThrownBy(() -> TranscriptFormats.read("my secret".getBytes(UTF_8), "secret.txt"))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(
            "Cannot read transcript: UNKNOWN_FORMAT, no transcript format matches. See 'talktrack"
                + " ingest formats' for those that do.");
  }
}
