package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import java.util.List;
import java.util.Optional;

/** A transcript of autoEdit 2, whatever speech service it came from. */
final class AutoEdit implements TranscriptFormat {
  private static final String NOBODY_NAMED = "Unnamed Speaker";

  record Part(String speaker, List<Paragraph> paragraph) {}

  record Paragraph(List<Spoken> line) {}

  record Spoken(String text, Double startTime, Double endTime) {}

  @Override
  public String name() {
    return "autoedit";
  }

  @Override
  public String example() {
    return """
        {"title": "call-0042", "text": [{"id": 0, "speaker": "Ana Silva", "paragraph": [{"id": 0,
          "line": [{"id": 0, "text": "Forty.", "startTime": 1.0, "endTime": 1.4}]}]}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().has("text[].paragraph[].line")
        ? Optional.of("its text has paragraphs of lines")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    SpeechCues cues = new SpeechCues(text.limits());
    JsonDocument.eachElementOf("text", text, Part.class, part -> add(part, cues));
    return cues.done().transcript(name());
  }

  private static void add(Part part, SpeechCues cues) throws UnreadableException {
    Voice voice = NOBODY_NAMED.equals(part.speaker()) ? Voice.UNKNOWN : Voice.of(part.speaker());
    for (Paragraph paragraph : part.paragraph()) {
      for (Spoken spoken : paragraph.line()) {
        cues.word(
            voice,
            HeardWords.word(
                JsonTimes.millis(spoken.startTime()),
                JsonTimes.millis(spoken.endTime()),
                spoken.text(),
                null));
      }

      cues.endCue();
    }
  }
}
