package io.talktrack.crm;

import java.time.LocalDate;

/** A sales representative of the company. One row per rep. */
public record Rep(
    String repId,
    String personId,
    String nameHash,
    String name,
    String team,
    String manager,
    LocalDate startDate,
    String sourceVersion) {}
