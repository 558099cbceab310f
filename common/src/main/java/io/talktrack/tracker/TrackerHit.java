package io.talktrack.tracker;

import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import java.time.LocalDate;

/** One place where a tracked phrase was said. One row per tracker and span. */
public record TrackerHit(
    String tracker,
    Source source,
    String sourceId,
    LocalDate sourceDate,
    int unitNo,
    int start,
    int end,
    Speaker speaker,
    String sourceVersion,
    String definitionVersion) {}
