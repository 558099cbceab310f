package io.talktrack.crm;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A possible sale as the CRM has it now. One row per opportunity.
 *
 * @param amountMinor in the currency's minor unit (cents), null where the CRM has none
 */
public record Opportunity(
    String opportunityId,
    String accountId,
    String name,
    String ownerRepId,
    Long amountMinor,
    String currency,
    LocalDate createdDate,
    LocalDate closeDate,
    String stage,
    boolean isClosed,
    boolean isWon,
    String lossReason,
    Instant knownAt,
    String sourceVersion) {}
