package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Speechmatics' first JSON: words, and beside them who speaks from when on. */
final class SpeechmaticsWords implements TranscriptFormat {
  record Named(String name, Double time, Double duration, Double confidence) {
    Long startMillis() throws UnreadableException {
      return JsonTimes.millis(time);
    }

    boolean isMark() {
      return name != null && name.codePoints().noneMatch(Character::isLetterOrDigit);
    }
  }

  @Override
  public String name() {
    return "speechmatics-words";
  }

  @Override
  public String example() {
    return """
        {"job": {"id": 11055456}, "format": "1.0",
         "speakers": [{"name": "F4", "time": "1.00", "duration": "3.00"}],
         "words": [{"name": "Forty", "time": "1.00", "duration": "0.40", "confidence": "0.980"},
          {"name": ".", "time": "1.40", "duration": "0.03", "confidence": "0.900"}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().has("words[].name", "words[].time")
        ? Optional.of("its words have a name and a time")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    SpeakerSpans speakers = new SpeakerSpans();
    List<Named> words = new ArrayList<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "speakers" ->
                JsonDocument.eachElement(
                    value, Named.class, it -> speakers.add(it.startMillis(), it.name()));
            case "words" -> JsonDocument.eachElement(value, Named.class, words::add);
            default -> value.skipChildren();
          }
        });

    SpeechCues cues = new SpeechCues(text.limits());
    for (Named word : words) {
      add(word, speakers, cues);
    }

    return cues.done().transcript(name(), "speechmatics", null, null);
  }

  private static void add(Named word, SpeakerSpans speakers, SpeechCues cues)
      throws UnreadableException {
    if (word.isMark()) {
      cues.close(word.name());
      return;
    }

    Long start = word.startMillis();
    Long end = JsonTimes.sum(start, JsonTimes.millis(word.duration()));
    cues.word(speakers.at(start), HeardWords.word(start, end, word.name(), word.confidence()));
  }
}
