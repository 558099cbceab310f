package io.talktrack.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.talktrack.call.Transcript;
import java.util.List;
import java.util.Optional;

/** What the BBC's Kaldi service answers: words, and beside them who speaks from when on. */
final class BbcKaldi implements TranscriptFormat {
  record Answer(List<Spoken> words, Segmentation segmentation) {}

  record Spoken(Double start, Double end, Double confidence, String word, String punct) {}

  record Segmentation(List<Segment> segments) {}

  record Segment(Double start, Identity speaker) {}

  record Identity(@JsonProperty("@id") String id) {}

  @Override
  public String name() {
    return "bbc-kaldi";
  }

  @Override
  public String example() {
    return """
        {"action": "audio-transcribe", "retval": {"status": true, "words": [
          {"start": 1.0, "end": 1.4, "confidence": 0.98, "word": "forty", "punct": "Forty."}]}}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    JsonShape json = text.json();
    return json.has("retval.words[].word") || json.has("words[].punct", "words[].word")
        ? Optional.of("its words have a punctuated form")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    SpeechCues cues = new SpeechCues(text.limits());
    if (text.json().has("retval")) {
      JsonDocument.eachField(
          text,
          (field, value) -> {
            if (field.equals("retval")) {
              add(JsonDocument.value(value, Answer.class), cues);
            } else {
              value.skipChildren();
            }
          });
    } else {
      add(JsonDocument.whole(text, Answer.class), cues);
    }

    return cues.done().transcript(name(), name(), null, null);
  }

  private static void add(Answer answer, SpeechCues cues) throws UnreadableException {
    if (answer == null) {
      return;
    }

    SpeakerSpans speakers = new SpeakerSpans();
    if (answer.segmentation() != null) {
      for (Segment segment : answer.segmentation().segments()) {
        String id = segment.speaker() == null ? null : segment.speaker().id();
        speakers.add(JsonTimes.millis(segment.start()), id);
      }
    }

    for (Spoken spoken : answer.words()) {
      Long start = JsonTimes.millis(spoken.start());
      String word = spoken.punct() == null ? spoken.word() : spoken.punct();
      cues.word(
          speakers.at(start),
          HeardWords.word(start, JsonTimes.millis(spoken.end()), word, spoken.confidence()));
    }
  }
}
