package io.talktrack.transcript;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** JSON of OpenAI's Whisper and of its descendants that add words and speakers. */
final class WhisperJson implements TranscriptFormat {
  private static final String SEGMENTS = "segments";

  record Segment(Double start, Double end, String speaker, String text, List<Spoken> words) {}

  record Spoken(
      Double start,
      Double end,
      @JsonAlias("word") String text,
      @JsonAlias({"probability", "score"}) Double confidence) {}

  @Override
  public String name() {
    return "whisper-json";
  }

  @Override
  public String example() {
    return """
        {"text": " What does it cost?", "segments": [
          {"id": 0, "start": 1.0, "end": 4.0, "text": " What does it cost?"}], "language": "en"}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    Set<String> segment = JsonDocument.shape(text).getOrDefault(SEGMENTS, Set.of());
    return segment.containsAll(Set.of("start", "end", "text"))
        ? Optional.of("its segments have start, end and text")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    Cues cues = new Cues(text.limits());
    JsonDocument.eachField(
        text,
        (field, value) -> {
          if (field.equals(SEGMENTS)) {
            JsonDocument.eachElement(value, Segment.class, segment -> add(segment, cues));
          } else {
            value.skipChildren();
          }
        });
    return cues.transcript(name());
  }

  private static void add(Segment segment, Cues cues) throws UnreadableException {
    if (segment.text() == null || segment.text().isBlank()) {
      return;
    }

    List<Word> words = new ArrayList<>();
    for (Spoken spoken : segment.words() == null ? List.<Spoken>of() : segment.words()) {
      if (spoken == null || spoken.text() == null) {
        throw UnreadableException.file(Reason.MALFORMED);
      }

      words.add(
          new Word(
              JsonTimes.millis(spoken.start()),
              JsonTimes.millis(spoken.end()),
              spoken.text().strip(),
              spoken.confidence()));
    }

    cues.add(
        new Cue(
            JsonTimes.millis(segment.start()),
            JsonTimes.millis(segment.end()),
            segment.speaker(),
            Speaker.UNKNOWN,
            null,
            segment.text().strip(),
            words));
  }
}
