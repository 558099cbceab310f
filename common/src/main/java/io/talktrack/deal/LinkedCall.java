package io.talktrack.deal;

import static java.util.Objects.requireNonNull;

import io.talktrack.objection.Objection;
import io.talktrack.tracker.TrackerHit;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A call about an opportunity, with what is known of it since it ended.
 *
 * @param customerPersonIds the customers who spoke
 * @param metrics values by their name in {@code call_metrics}; unavailable ones are not in it
 * @param playbookScore 0 to 1, null where the call was not scored
 */
public record LinkedCall(
    String callId,
    Instant knownAt,
    List<String> customerPersonIds,
    Map<String, Double> metrics,
    Double playbookScore,
    List<Objection> objections,
    List<TrackerHit> trackerHits,
    String sourceVersion) {
  public LinkedCall {
    requireNonNull(callId, "callId is null");
    requireNonNull(knownAt, "knownAt is null");
    customerPersonIds = List.copyOf(customerPersonIds);
    metrics = Map.copyOf(metrics);
    objections = List.copyOf(objections);
    trackerHits = List.copyOf(trackerHits);
  }
}
