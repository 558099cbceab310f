package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import java.util.List;
import java.util.Optional;

/** The JSON of whisper.cpp, short or full; the full one has pieces of words, which are joined. */
final class WhisperCpp implements TranscriptFormat {
  record Segment(Span offsets, String text, String speaker, List<Token> tokens) {}

  /** Milliseconds. */
  record Span(Double from, Double to) {}

  record Token(String text, Span offsets, Double p) {
    /** Such as {@code [_BEG_]}. */
    boolean isControl() {
      return text == null || text.startsWith("[_");
    }
  }

  @Override
  public String name() {
    return "whisper-cpp";
  }

  @Override
  public String example() {
    return """
        {"result": {"language": "en"}, "transcription": [{
          "timestamps": {"from": "00:00:01,000", "to": "00:00:04,000"},
          "offsets": {"from": 1000, "to": 4000}, "text": " What does it cost?"}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().has("transcription[].text", "transcription[].offsets")
        ? Optional.of("its transcription has text and offsets")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    SpeechCues cues = new SpeechCues(text.limits());
    JsonDocument.eachElementOf("transcription", text, Segment.class, segment -> add(segment, cues));
    return cues.done().transcript(name());
  }

  private static void add(Segment segment, SpeechCues cues) throws UnreadableException {
    HeardWords words = new HeardWords();
    for (Token token : segment.tokens()) {
      if (token.isControl()) {
        continue;
      }

      Word piece =
          HeardWords.word(start(token.offsets()), end(token.offsets()), token.text(), token.p());
      if (words.isEmpty() || token.text().startsWith(" ")) {
        words.add(piece);
      } else {
        words.extend(piece);
      }
    }

    cues.segment(
        Voice.of(segment.speaker()),
        start(segment.offsets()),
        end(segment.offsets()),
        segment.text(),
        words);
  }

  private static Long start(Span span) throws UnreadableException {
    return span == null ? null : JsonTimes.ofMillis(span.from());
  }

  private static Long end(Span span) throws UnreadableException {
    return span == null ? null : JsonTimes.ofMillis(span.to());
  }
}
