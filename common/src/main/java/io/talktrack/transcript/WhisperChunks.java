package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chunks of Hugging Face's speech recognition pipeline, and the speakers that
 * insanely-fast-whisper puts beside them.
 */
final class WhisperChunks implements TranscriptFormat {
  /** The timestamp is [start, end] in seconds; the end of the last chunk may be null. */
  record Chunk(String text, String speaker, Double[] timestamp) {
    Long at(int bound) throws UnreadableException {
      if (timestamp == null) {
        return null;
      }
      if (timestamp.length != 2) {
        throw UnreadableException.file(Reason.MALFORMED);
      }

      return JsonTimes.millis(timestamp[bound]);
    }
  }

  @Override
  public String name() {
    return "whisper-chunks";
  }

  @Override
  public String example() {
    return """
        {"text": " What does it cost?",
         "chunks": [{"timestamp": [1.0, 4.0], "text": " What does it cost?"}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    JsonShape json = text.json();
    return json.has("chunks[].timestamp", "chunks[].text")
            || json.has("speakers[].timestamp", "speakers[].text")
        ? Optional.of("its chunks have timestamp and text")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<Chunk> chunks = new ArrayList<>();
    List<Chunk> ofSpeakers = new ArrayList<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "chunks" -> JsonDocument.eachElement(value, Chunk.class, chunks::add);
            case "speakers" -> JsonDocument.eachElement(value, Chunk.class, ofSpeakers::add);
            default -> value.skipChildren();
          }
        });

    SpeechCues cues = new SpeechCues(text.limits());
    for (Chunk chunk : ofSpeakers.isEmpty() ? chunks : ofSpeakers) {
      cues.segment(
          Voice.of(chunk.speaker()), chunk.at(0), chunk.at(1), chunk.text(), new HeardWords());
    }

    return cues.done().transcript(name());
  }
}
