package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import java.util.Optional;

/**
 * Otter's text export: a name, two blanks and a time above each paragraph; either may be left out.
 */
final class OtterText implements TranscriptFormat {
  private static final String FOOTER = "Transcribed by http";
  private static final SpeakerHeadings HEADINGS =
      new SpeakerHeadings("(?<name>.*?\\S)(?:[ \\t]{2,}|\\t)(?<start>TIME)", "(?<start>TIME)");

  @Override
  public String name() {
    return "otter-text";
  }

  @Override
  public String example() {
    return """
        Ana Silva  0:01
        What does it cost?

        Ben Ito  0:05
        That depends on the number of seats.

        Transcribed by https://otter.ai
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return HEADINGS.evidence(text);
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    return HEADINGS.read(text, FOOTER).transcript(name());
  }
}
