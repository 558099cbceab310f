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
public record Keyed<T>(String key, Instant modifiedAt, T row, int recordNo, Instant deletedAt) {
  Keyed(String key, Instant modifiedAt, T row) {
    this(key, requireNonNullElse(modifiedAt, Instant.MIN), row, 0, null);
  }

  Keyed<T> at(int number) {
    return new Keyed<>(key, modifiedAt, row, number, deletedAt);
  }

  /** The same known by another key and written at another time. */
  Keyed<T> as(String otherKey, Instant writtenAt) {
    return new Keyed<>(otherKey, writtenAt, row, recordNo, deletedAt);
  }

  /** The same as a record that the CRM keeps though it was deleted. */
  Keyed<T> deleted(Instant at) {
    return new Keyed<>(key, modifiedAt, row, recordNo, requireNonNullElse(at, Instant.MIN));
  }

  boolean isDeleted() {
    return deletedAt != null;
  }

  /** The one written later; of two written at once, the one further down. */
  static <T> Keyed<T> later(Keyed<T> above, Keyed<T> below) {
    return below.modifiedAt.isBefore(above.modifiedAt) ? above : below;
  }

  /**
   * Of two exports' rows the one written later; of two written at once a deletion, else the one
   * read last. One without a time holds until a row comes that was written after the one before it.
   */
  static <T> Keyed<T> laterRead(Keyed<T> before, Keyed<T> next) {
    if (next.modifiedAt.equals(Instant.MIN)) {
      return next.as(next.key, before.modifiedAt);
    }

    boolean isAtOnce = next.modifiedAt.equals(before.modifiedAt);
    return (isAtOnce && before.isDeleted()) || next.modifiedAt.isBefore(before.modifiedAt)
        ? before
        : next;
  }
}
