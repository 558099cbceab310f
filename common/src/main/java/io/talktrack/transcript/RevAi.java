package io.talktrack.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.talktrack.call.Transcript;
import java.util.List;
import java.util.Optional;

/** The transcript that Rev AI answers: what each speaker says in a row, word by word. */
final class RevAi implements TranscriptFormat {
  private static final String MARK = "punct";

  record Monologue(String speaker, List<Element> elements) {}

  /** Spaces and marks are elements too, both of the type "punct". */
  record Element(
      String type,
      String value,
      @JsonProperty("ts") Double start,
      @JsonProperty("end_ts") Double end,
      Double confidence) {
    boolean isSpace() {
      return value != null && value.isBlank();
    }
  }

  @Override
  public String name() {
    return "rev-ai";
  }

  @Override
  public String example() {
    return """
        {"monologues": [{"speaker": 0, "elements": [
          {"type": "text", "value": "Forty", "ts": 1.0, "end_ts": 1.4, "confidence": 0.98},
          {"type": "punct", "value": "."}]}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().has("monologues[].elements")
        ? Optional.of("its monologues have elements")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    SpeechCues cues = new SpeechCues(text.limits());
    JsonDocument.eachElementOf(
        "monologues", text, Monologue.class, monologue -> add(monologue, cues));
    return cues.done().transcript(name(), name(), null, null);
  }

  private static void add(Monologue monologue, SpeechCues cues) throws UnreadableException {
    Voice voice = Voice.of(monologue.speaker());
    for (Element element : monologue.elements()) {
      if (element.isSpace()) {
        continue;
      }

      if (MARK.equals(element.type())) {
        cues.close(element.value());
      } else {
        cues.word(
            voice,
            HeardWords.word(
                JsonTimes.millis(element.start()),
                JsonTimes.millis(element.end()),
                element.value(),
                element.confidence()));
      }
    }

    cues.endCue();
  }
}
