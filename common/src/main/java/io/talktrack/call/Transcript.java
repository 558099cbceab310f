package io.talktrack.call;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A transcript as its file says it, cue by cue, with nothing lost.
 *
 * @param format the format's name, as in {@code talktrack ingest formats}
 * @param sourceSystem the system that made it, null where the file does not say
 * @param conversationId the source's own id of the conversation, null where it has none
 * @param startedAt when the conversation began, null where the file does not say
 */
public record Transcript(
    String format, String sourceSystem, String conversationId, Instant startedAt, List<Cue> cues) {
  public Transcript {
    requireNonNull(format, "format is null");
    cues = List.copyOf(cues);
  }
}
