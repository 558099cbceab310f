package io.talktrack.crm;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;

/**
 * A row, what it is known by in its export, and when its record was last written.
 *
 * @param modifiedAt the far past where the source does not say
 */
record Keyed<T>(String key, Instant modifiedAt, T row, int recordNo) {
  Keyed(String key, Instant modifiedAt, T row) {
    this(key, requireNonNullElse(modifiedAt, Instant.MIN), row, 0);
  }

  Keyed<T> at(int number) {
    return new Keyed<>(key, modifiedAt, row, number);
  }

  /** The one written later; of two written at once, the one further down. */
  static <T> Keyed<T> later(Keyed<T> above, Keyed<T> below) {
    return below.modifiedAt.isBefore(above.modifiedAt) ? above : below;
  }
}
