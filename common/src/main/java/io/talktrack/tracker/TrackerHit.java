package io.talktrack.tracker;

import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import java.time.LocalDate;

/**
 * One place where a tracked phrase was said, or a conversation in which it was missed. One row per
 * tracker and span.
 *
 * @param unitNo null where the phrase was missed
 * @param start of a half-open span: of code points, or of units where the phrase was missed in them
 * @param speaker null where the phrase was missed
 */
public record TrackerHit(
    String tracker,
    Source source,
    String sourceId,
    LocalDate sourceDate,
    Integer unitNo,
    int start,
    int end,
    Speaker speaker,
    String sourceVersion,
    String definitionVersion) {

  /** Whether somebody said it. */
  public boolean isHeard() {
    return unitNo != null;
  }
}
