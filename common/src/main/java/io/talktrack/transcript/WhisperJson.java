package io.talktrack.transcript;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * JSON of OpenAI's Whisper and of its descendants that add words and speakers, as WhisperX does.
 */
final class WhisperJson implements TranscriptFormat {
  record Segment(Double start, Double end, String speaker, String text, List<Spoken> words) {
    boolean isOfSeveral() {
      return words.stream().map(Spoken::speaker).filter(Objects::nonNull).distinct().count() > 1;
    }
  }

  record Spoken(
      Double start,
      Double end,
      @JsonAlias("word") String text,
      @JsonAlias({"probability", "score"}) Double confidence,
      String speaker) {
    Word heard() throws UnreadableException {
      return HeardWords.word(JsonTimes.millis(start), JsonTimes.millis(end), text, confidence);
    }
  }

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
    JsonShape json = text.json();
    if (json.has("segments[].start", "segments[].end", "segments[].text")) {
      return Optional.of("its segments have start, end and text");
    }

    boolean isWords =
        json.has("word_segments[].word") || json.has("words[].word", "words[].start", "text");
    return isWords || json.has("text", "segments", "language")
        ? Optional.of("it has " + (isWords ? "words with times" : "text, segments and language"))
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    SpeechCues cues = new SpeechCues(text.limits());
    boolean hasSegments = text.json().has("segments[].text");
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "segments" ->
                JsonDocument.eachElement(value, Segment.class, segment -> add(segment, cues));
            case "words", "word_segments" -> {
              // they say again what the segments say
              List<Spoken> words = new ArrayList<>();
              JsonDocument.eachElement(value, Spoken.class, words::add);
              add(hasSegments ? List.of() : words, null, cues);
            }
            default -> value.skipChildren();
          }
        });
    return cues.done().transcript(name());
  }

  private static void add(Segment segment, SpeechCues cues) throws UnreadableException {
    if (segment.isOfSeveral()) {
      add(segment.words(), segment.speaker(), cues);
      return;
    }

    HeardWords words = new HeardWords();
    for (Spoken spoken : segment.words()) {
      words.add(spoken.heard());
    }

    cues.segment(
        Voice.of(segment.speaker()),
        JsonTimes.millis(segment.start()),
        JsonTimes.millis(segment.end()),
        segment.text(),
        words);
  }

  /** A word that could not be aligned has no speaker either: it is the last one's. */
  private static void add(List<Spoken> words, String first, SpeechCues cues)
      throws UnreadableException {
    String speaker = first;
    for (Spoken spoken : words) {
      speaker = spoken.speaker() == null ? speaker : spoken.speaker();
      cues.word(Voice.of(speaker), spoken.heard());
    }

    cues.endCue();
  }
}
