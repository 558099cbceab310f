package io.talktrack.crm;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What an opportunity looked like during a stretch of time. One row per opportunity and change.
 *
 * @param validFrom when the CRM learnt it (inclusive)
 * @param validTo when the next change came (exclusive), null for the present state
 */
public record OpportunityChange(
    String opportunityId,
    Instant validFrom,
    Instant validTo,
    String stage,
    Long amountMinor,
    String currency,
    LocalDate closeDate,
    String forecastCategory,
    boolean isClosed,
    boolean isWon,
    String ownerRepId,
    String accountId,
    Instant knownAt,
    String sourceVersion) {}
