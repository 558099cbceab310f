package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import java.util.Optional;

/** One way in which transcripts are written down. */
public interface TranscriptFormat {
  String name();

  /** A few made lines that show the format to a person. */
  String example();

  /**
   * Why the text is in this format, or empty where it is not. The path breaks ties only: the
   * content decides.
   */
  Optional<String> evidence(SourceText text, String path);

  /** The same format where it has columns and the settings say what they are called. */
  default TranscriptFormat withColumns(TranscriptColumns columns) {
    return this;
  }

  Transcript read(SourceText text) throws UnreadableException;
}
