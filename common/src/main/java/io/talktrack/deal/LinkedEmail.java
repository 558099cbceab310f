package io.talktrack.deal;

import static java.util.Objects.requireNonNull;

import io.talktrack.call.Speaker;
import io.talktrack.objection.Objection;
import io.talktrack.tracker.TrackerHit;
import java.time.Instant;
import java.util.List;

/**
 * An e-mail about an opportunity, with what is known of it since it was sent.
 *
 * @param isAutomatic an auto-reply, bulk or private mail: nobody touched the deal by it
 */
public record LinkedEmail(
    String emailId,
    String threadId,
    Instant knownAt,
    Speaker side,
    String fromPersonId,
    boolean isAutomatic,
    List<Objection> objections,
    List<TrackerHit> trackerHits,
    String sourceVersion) {
  public LinkedEmail {
    requireNonNull(emailId, "emailId is null");
    requireNonNull(knownAt, "knownAt is null");
    requireNonNull(side, "side is null");
    objections = List.copyOf(objections);
    trackerHits = List.copyOf(trackerHits);
  }
}
