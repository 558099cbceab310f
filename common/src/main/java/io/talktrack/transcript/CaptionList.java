package io.talktrack.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A JSON list of captions and nothing else, as subtitle libraries write it: whole milliseconds, or
 * seconds with a fraction, or times as in a SubRip file.
 */
final class CaptionList implements TranscriptFormat {
  record Caption(JsonNode start, JsonNode end, String text) {
    boolean isInMillis() {
      return start != null && end != null && start.isIntegralNumber() && end.isIntegralNumber();
    }
  }

  @Override
  public String name() {
    return "caption-list";
  }

  @Override
  public String example() {
    return """
        [{"start": 1000, "end": 4000, "text": "What does it cost?"},
         {"start": 5000, "end": 8000, "text": "That depends on the number of seats."}]
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().hasOnly("[].start", "[].end", "[].text")
        ? Optional.of("it is a list of start, end and text")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<Caption> captions = new ArrayList<>();
    JsonDocument.eachElement(text, Caption.class, captions::add);
    boolean millis = captions.stream().allMatch(Caption::isInMillis);
    SpeechCues cues = new SpeechCues(text.limits());
    for (Caption caption : captions) {
      cues.segment(
          Voice.UNKNOWN,
          millis(caption.start(), millis),
          millis(caption.end(), millis),
          caption.text(),
          new HeardWords());
    }

    return LabelledCues.of(cues.done().list(), text.limits()).transcript(name());
  }

  private static Long millis(JsonNode time, boolean millis) throws UnreadableException {
    if (time == null || time.isNull()) {
      return null;
    }
    if (time.isNumber()) {
      return millis ? JsonTimes.ofMillis(time.asDouble()) : JsonTimes.millis(time.asDouble());
    }

    OptionalLong parsed = TimeCode.parse(time.asText());
    if (parsed.isEmpty()) {
      throw UnreadableException.file(Reason.BAD_TIMES);
    }

    return parsed.getAsLong();
  }
}
