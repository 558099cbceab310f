package io.talktrack.transcript;

import io.talktrack.call.Cue;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.UnreadableException.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The cues of one file while it is read, never more than its limit. */
final class Cues {
  private final Limits limits;
  private final List<Cue> cues = new ArrayList<>();

  Cues(Limits limits) {
    this.limits = limits;
  }

  void add(Cue cue) throws UnreadableException {
    if (cues.size() == limits.cues()) {
      throw UnreadableException.file(Reason.TOO_LARGE);
    }

    cues.add(cue);
  }

  List<Cue> list() {
    return cues;
  }

  Transcript transcript(String format) throws UnreadableException {
    return transcript(format, null, null, null);
  }

  Transcript transcript(
      String format, String sourceSystem, String conversationId, Instant startedAt)
      throws UnreadableException {
    if (cues.isEmpty()) {
      throw UnreadableException.file(Reason.EMPTY);
    }

    boolean isKnown = startedAt != null && CallStart.isPlausible(startedAt);
    return new Transcript(format, sourceSystem, conversationId, isKnown ? startedAt : null, cues);
  }
}
