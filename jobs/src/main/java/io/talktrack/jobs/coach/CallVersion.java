package io.talktrack.jobs.coach;

import java.time.LocalDate;

/**
 * A call as it is coached: whose it is, and a hash of all that coaching reads of it.
 *
 * @param sourceVersion changes with the call, its link, its measures, objections and scores
 */
public record CallVersion(String callId, LocalDate callDate, String repId, String sourceVersion) {}
