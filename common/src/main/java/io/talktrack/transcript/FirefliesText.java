package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import java.util.Optional;

/** Fireflies' text export: {@code Name - 00:05} or {@code 00:05 - Name} above each paragraph. */
final class FirefliesText implements TranscriptFormat {
  private static final SpeakerHeadings HEADINGS =
      new SpeakerHeadings(
          "(?<name>.*?\\S)[ \\t]+[-–—|][ \\t]+(?<start>TIME)",
          "(?<start>TIME)[ \\t]+[-–—|][ \\t]+(?<name>\\S.*?)[ \\t:]*");

  @Override
  public String name() {
    return "fireflies-text";
  }

  @Override
  public String example() {
    return """
        Ana Silva - 00:01
        What does it cost?

        Ben Ito - 00:05
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
