package io.talktrack.transcript;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import java.util.List;
import java.util.Optional;

/** Speechmatics' transcript in JSON, version 2. */
final class Speechmatics implements TranscriptFormat {
  private static final String MARK = "punctuation";
  private static final String NOBODY_KNOWN = "UU";

  @JsonNaming(SnakeCaseStrategy.class)
  record Result(
      String type,
      Double startTime,
      Double endTime,
      String channel,
      String attachesTo,
      List<Alternative> alternatives) {}

  record Alternative(String content, Double confidence, String speaker) {
    String speakerOrNull() {
      return NOBODY_KNOWN.equals(speaker) ? null : speaker;
    }
  }

  @Override
  public String name() {
    return "speechmatics";
  }

  @Override
  public String example() {
    return """
        {"format": "2.9", "job": {"id": "oqtep7z9fb"}, "results": [
          {"type": "word", "start_time": 1.0, "end_time": 1.4,
           "alternatives": [{"content": "Forty", "confidence": 0.98, "speaker": "S1"}]},
          {"type": "punctuation", "start_time": 1.4, "end_time": 1.4, "attaches_to": "previous",
           "alternatives": [{"content": ".", "confidence": 1.0, "speaker": "S1"}]}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().has("results[].type", "results[].alternatives[].content")
        ? Optional.of("its results have a type and alternatives with content")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    SpeechCues cues = new SpeechCues(text.limits());
    JsonDocument.eachElementOf("results", text, Result.class, result -> add(result, cues));
    return cues.done().transcript(name(), name(), null, null);
  }

  /** Results without alternatives are events, such as applause or a change of speaker. */
  private static void add(Result result, SpeechCues cues) throws UnreadableException {
    if (result.alternatives().isEmpty()) {
      return;
    }

    Alternative best = result.alternatives().get(0);
    Word word =
        HeardWords.word(
            JsonTimes.millis(result.startTime()),
            JsonTimes.millis(result.endTime()),
            best.content(),
            best.confidence());
    String attaches = result.attachesTo() == null ? "previous" : result.attachesTo();
    if (!MARK.equals(result.type()) || attaches.equals("none")) {
      cues.word(Voice.of(best.speakerOrNull(), result.channel()), word);
    } else if (attaches.equals("next")) {
      cues.open(word.text());
    } else {
      cues.close(word.text());
      if (attaches.equals("both")) {
        cues.glueNext();
      }
    }
  }
}
