package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import java.util.Optional;

/** Rev's text export, and those like it: {@code Name (00:05):} above each paragraph. */
final class RevText implements TranscriptFormat {
  private static final SpeakerHeadings HEADINGS =
      new SpeakerHeadings(
          "(?<name>[^(\\[]*[^(\\[\\s:])[ \\t]*:?[ \\t]*[(\\[](?<start>TIME)"
              + "(?:[ \\t]*[-–—][ \\t]*(?<end>TIME))?[)\\]][ \\t]*:?");

  @Override
  public String name() {
    return "rev-text";
  }

  @Override
  public String example() {
    return """
        Ana Silva (00:01):
        What does it cost?

        Ben Ito (00:05):
        That depends on the number of seats.
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return HEADINGS.evidence(text);
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    return HEADINGS.read(text).transcript(name());
  }
}
