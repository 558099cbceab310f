package io.talktrack.privacy;

import static java.util.Objects.requireNonNull;

/**
 * A stretch of a text that a model takes for a name.
 *
 * @param start first UTF-16 unit
 * @param end unit after it
 * @param probability of its surest word, 0 to 1
 */
public record SpottedName(Kind kind, int start, int end, double probability) {
  /** Whose or what name it is. */
  public enum Kind {
    PERSON,
    /** A town, county or country: no personal data alone, but part of an address. */
    PLACE,
    /** A street, a house, a door. */
    ADDRESS
  }

  public SpottedName {
    requireNonNull(kind, "kind is null");
  }
}
