package io.talktrack.transcript;

import io.talktrack.call.Cue;
import io.talktrack.call.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Made transcripts under {@code transcript/}, and texts given in a test. */
final class Fixtures {
  static final List<String> NAMES =
      List.of(
          "teams.vtt",
          "zoom.vtt",
          "chat.txt",
          "client-chat.txt",
          "names-at-change.srt",
          "post-call-analytics.json",
          "whisper.json",
          "dialogue.txt",
          "dialogue-zh.txt",
          "youtube.sbv",
          "otter.txt",
          "rev.txt",
          "fireflies.txt",
          "podcast.html",
          "cues.csv",
          "cues.jsonl");

  private Fixtures() {}

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = Fixtures.class.getResourceAsStream("/transcript/" + name)) {
      return in.readAllBytes();
    }
  }

  static Transcript read(String name) throws IOException, UnreadableException {
    return TranscriptFormats.read(bytes(name), name);
  }

  static Transcript readText(String text) throws UnreadableException {
    return TranscriptFormats.read(text.getBytes(StandardCharsets.UTF_8), "call");
  }

  static List<String> spoken(Transcript transcript) {
    return transcript.cues().stream().map(Fixtures::spoken).toList();
  }

  private static String spoken(Cue cue) {
    return cue.startMillis() + "-" + cue.endMillis() + " " + cue.speaker() + " | " + cue.text();
  }
}
