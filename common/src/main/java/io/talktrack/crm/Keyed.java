package io.talktrack.crm;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;

/**
 * A row, what it is known by in its export, and when its record was last written.
 *
 * @param modifiedAt the far past where the source does not say
 * @param deletedAt null where it is not deleted, the far past where it is and nobody says since
 *     when
 */
record Keyed<T>(String key, Instant modifiedAt, T row, int recordNo, Instant deletedAt) {
  Keyed(String key, Instant modifiedAt, T row) {
    this(key, requireNonNullElse(modifiedAt, Instant.MIN), row, 0, null);
  }

  Keyed<T> at(int number) {
    return new Keyed<>(key, modifiedAt, row, number, deletedAt);
  }

  /** The same as a record that the CRM keeps though it was deleted. */
  Keyed<T> deleted(Instant at) {
    return new Keyed<>(key, modifiedAt, row, recordNo, requireNonNullElse(at, Instant.MIN));
  }

  /** The one written later; of two written at once, the one further down. */
  static <T> Keyed<T> later(Keyed<T> above, Keyed<T> below) {
    return below.modifiedAt.isBefore(above.modifiedAt) ? above : below;
  }
}
