package io.talktrack.call;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What a conversation belongs to. One row per call or e-mail thread.
 *
 * @param method SIDE_CAR, ADDRESS, DOMAIN, PARTICIPANT or NONE
 * @param confidence 0 to 1
 */
public record CallLink(
    Source source,
    String sourceId,
    LocalDate linkDate,
    String repId,
    String accountId,
    String opportunityId,
    String method,
    double confidence,
    String sourceVersion,
    String definitionVersion) {
  public CallLink {
    requireNonNull(source, "source is null");
    requireNonNull(sourceId, "sourceId is null");
  }
}
