package io.talktrack.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What IBM Watson's Speech to Text answers: results, and beside them who speaks from when on. */
final class IbmWatson implements TranscriptFormat {
  @JsonNaming(SnakeCaseStrategy.class)
  record Result(@JsonProperty("final") Boolean isFinal, List<Alternative> alternatives) {}

  /** A timestamp is [word, start, end]; a confidence of the same word is [word, confidence]. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Alternative(
      String transcript, List<List<JsonNode>> timestamps, List<List<JsonNode>> wordConfidence) {}

  record Label(Double from, String speaker) {}

  @Override
  public String name() {
    return "ibm-watson";
  }

  @Override
  public String example() {
    return """
        {"result_index": 0, "results": [{"final": true, "alternatives": [
          {"transcript": "what is it ", "confidence": 0.98,
           "timestamps": [["what", 1.0, 1.2], ["is", 1.2, 1.4], ["it", 1.4, 2.0]]}]}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    JsonShape json = text.json();
    return json.has("results[].final", "results[].alternatives")
            || json.has("results[].alternatives[].timestamps")
        ? Optional.of("its results are final or have timestamps")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    SpeakerSpans speakers = new SpeakerSpans();
    List<Result> results = new ArrayList<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "results" -> JsonDocument.eachElement(value, Result.class, results::add);
            case "speaker_labels" ->
                JsonDocument.eachElement(
                    value,
                    Label.class,
                    label -> speakers.add(JsonTimes.millis(label.from()), label.speaker()));
            default -> value.skipChildren();
          }
        });

    SpeechCues cues = new SpeechCues(text.limits());
    for (Result result : results) {
      // what is not final yet comes again
      if (!Boolean.FALSE.equals(result.isFinal()) && !result.alternatives().isEmpty()) {
        add(result.alternatives().get(0), speakers, cues);
      }
    }

    return cues.done().transcript(name(), name(), null, null);
  }

  private static void add(Alternative best, SpeakerSpans speakers, SpeechCues cues)
      throws UnreadableException {
    List<List<JsonNode>> confidences = best.wordConfidence();
    for (int i = 0; i < best.timestamps().size(); i++) {
      List<JsonNode> word = best.timestamps().get(i);
      if (word.size() < 3 || !word.get(0).isTextual()) {
        throw UnreadableException.file(Reason.MALFORMED);
      }

      boolean known = i < confidences.size() && confidences.get(i).size() > 1;
      Long start = JsonTimes.millis(number(word.get(1)));
      cues.word(
          speakers.at(start),
          HeardWords.word(
              start,
              JsonTimes.millis(number(word.get(2))),
              word.get(0).asText(),
              known ? (Double) confidences.get(i).get(1).asDouble() : null));
    }

    cues.endCue();
    if (best.timestamps().isEmpty()) {
      cues.segment(Voice.UNKNOWN, null, null, best.transcript(), new HeardWords());
    }
  }

  private static Double number(JsonNode time) throws UnreadableException {
    if (!time.isNumber()) {
      throw UnreadableException.file(Reason.BAD_TIMES);
    }

    return time.asDouble();
  }
}
