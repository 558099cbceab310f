package io.talktrack.crm;

import static java.util.Objects.requireNonNull;

/**
 * One record of an export that cannot be used. One row per record.
 *
 * @param recordNo from 1, the header and blank lines not counted
 * @param reason names the field and what is wrong with it, never its value
 */
public record BadRecord(int recordNo, String reason) {
  public BadRecord {
    requireNonNull(reason, "reason is null");
  }
}
