package io.talktrack.crm;

import java.time.Instant;

/** A company that is or might become a customer. One row per account. */
public record Account(
    String accountId,
    String name,
    String domain,
    String industry,
    Integer employees,
    String country,
    Instant knownAt,
    String sourceVersion) {}
