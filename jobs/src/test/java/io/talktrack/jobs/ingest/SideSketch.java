package io.talktrack.jobs.ingest;

import io.talktrack.crm.Rep;
import io.talktrack.privacy.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Sides as they are told by a few reps, or by nobody. */
final class SideSketch {
  static final Pseudonyms PSEUDONYMS =
      new Pseudonyms("a key that is long enough for a test".getBytes(StandardCharsets.UTF_8));
  static final SpeakerTable NO_TABLE =
      SpeakerTable.of(SideTable.absent(SpeakerTable.PATH), PSEUDONYMS);

  static Sides sides(Rep... reps) {
    return new Sides(
        new Roster(List.of(reps), List.of(), List.of(), Set.of(), PSEUDONYMS), NO_TABLE, null);
  }

  private SideSketch() {}
}
