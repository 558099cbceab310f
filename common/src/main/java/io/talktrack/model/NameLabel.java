package io.talktrack.model;

import io.talktrack.privacy.SpottedName.Kind;
import java.util.Optional;

/** What a word can be; the order is that of a {@link NameHead}'s rows. */
public enum NameLabel {
  NONE(null),
  PERSON(Kind.PERSON),
  PLACE(Kind.PLACE),
  ADDRESS(Kind.ADDRESS);

  private final Kind kind;

  NameLabel(Kind kind) {
    this.kind = kind;
  }

  public Optional<Kind> kind() {
    return Optional.ofNullable(kind);
  }

  public static NameLabel of(Kind kind) {
    return valueOf(kind.name());
  }
}
