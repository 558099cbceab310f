package io.talktrack.crm;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a CRM says an opportunity looked like from a moment on. One row per history record; the
 * opportunity's present row is one more.
 *
 * @param knownAt when the CRM learnt it
 * @param recordedAt when the CRM last wrote the record: a corrected one has a later time
 * @param amountMinor in the currency's minor unit, null where the CRM has none
 * @param forecastCategory null where this record does not say, as with currency, owner and account
 */
public record OpportunityState(
    String opportunityId,
    Instant knownAt,
    Instant recordedAt,
    String stage,
    Long amountMinor,
    String currency,
    LocalDate closeDate,
    String forecastCategory,
    boolean isClosed,
    boolean isWon,
    String ownerRepId,
    String accountId,
    String sourceVersion) {
  public OpportunityState {
    requireNonNull(opportunityId, "opportunityId is null");
    requireNonNull(knownAt, "knownAt is null");
    requireNonNull(recordedAt, "recordedAt is null");
  }

  /**
   * The state that an opportunity's row in an export tells.
   *
   * @param recordedAt when the export was taken: a later one corrects what it says of one moment
   */
  public static OpportunityState of(Opportunity opportunity, Instant knownAt, Instant recordedAt) {
    return new OpportunityState(
        opportunity.opportunityId(),
        knownAt,
        recordedAt,
        opportunity.stage(),
        opportunity.amountMinor(),
        opportunity.currency(),
        opportunity.closeDate(),
        null,
        opportunity.isClosed(),
        opportunity.isWon(),
        opportunity.ownerRepId(),
        opportunity.accountId(),
        opportunity.sourceVersion());
  }
}
