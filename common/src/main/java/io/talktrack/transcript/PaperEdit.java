package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A transcript of digital-paper-edit: words, and beside them paragraphs with their speaker. */
final class PaperEdit implements TranscriptFormat {
  record Spoken(String text, Double start, Double end) {}

  record Paragraph(Double start, String speaker) {}

  @Override
  public String name() {
    return "digital-paper-edit";
  }

  @Override
  public String example() {
    return """
        {"words": [{"id": 0, "start": 1.0, "end": 1.4, "text": "Forty."}],
         "paragraphs": [{"id": 0, "start": 1.0, "end": 1.4, "speaker": "Ana Silva"}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().has("words[].text", "paragraphs[].speaker")
        ? Optional.of("it has words, and paragraphs with a speaker")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    SpeakerSpans speakers = new SpeakerSpans();
    List<Spoken> words = new ArrayList<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "words" -> JsonDocument.eachElement(value, Spoken.class, words::add);
            case "paragraphs" ->
                JsonDocument.eachElement(
                    value,
                    Paragraph.class,
                    it -> speakers.add(JsonTimes.millis(it.start()), it.speaker()));
            default -> value.skipChildren();
          }
        });

    SpeechCues cues = new SpeechCues(text.limits());
    for (Spoken spoken : words) {
      Word word =
          HeardWords.word(
              JsonTimes.millis(spoken.start()),
              JsonTimes.millis(spoken.end()),
              spoken.text(),
              null);
      cues.word(speakers.at(word.startMillis()), word);
    }

    return cues.done().transcript(name());
  }
}
