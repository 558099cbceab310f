package io.talktrack.email;

import java.time.Instant;
import java.time.LocalDate;

/** A conversation by e-mail. One row per thread. */
public record EmailThread(
    String threadId,
    LocalDate firstDate,
    Instant firstAt,
    Instant lastAt,
    int messageCount,
    int repMessageCount,
    int customerMessageCount,
    String sourceVersion,
    String definitionVersion) {}
