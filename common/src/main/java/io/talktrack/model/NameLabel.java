package io.talktrack.model;

import io.talktrack.privacy.SpottedName.Kind;
import java.util.Optional;

/** What a word can be. */
public enum NameLabel {
  NONE(0, null),
  PERSON(1, Kind.PERSON),
  PLACE(2, Kind.PLACE),
  ADDRESS(3, Kind.ADDRESS);

  private final int row;
  private final Kind kind;

  NameLabel(int row, Kind kind) {
    this.row = row;
    this.kind = kind;
  }

  /** Its row in a {@link NameHead}. */
  public int row() {
    return row;
  }

  public Optional<Kind> kind() {
    return Optional.ofNullable(kind);
  }

  public static NameLabel of(Kind kind) {
    return valueOf(kind.name());
  }
}
