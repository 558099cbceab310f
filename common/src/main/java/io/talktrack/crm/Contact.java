package io.talktrack.crm;

import java.time.Instant;

/**
 * A person at an account. One row per contact.
 *
 * @param personId pseudonym of the e-mail address, else of the name
 * @param nameHash pseudonym of the name, as transcripts write it
 * @param buyingRole DECISION_MAKER, CHAMPION, INFLUENCER, USER, PROCUREMENT, BLOCKER or null
 */
public record Contact(
    String contactId,
    String accountId,
    String personId,
    String nameHash,
    String name,
    String title,
    String buyingRole,
    Instant knownAt,
    String sourceVersion) {}
