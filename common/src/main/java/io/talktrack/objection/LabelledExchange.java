package io.talktrack.objection;

import io.talktrack.call.Speaker;
import java.util.List;

/**
 * A few made-up turns in which a customer objects once, labelled by who read them all.
 *
 * @param raisedAt the line that objects, from 0
 * @param isAccepted whether the customer lets it go afterwards; null where that cannot be told
 */
public record LabelledExchange(
    String id,
    List<Line> lines,
    int raisedAt,
    ObjectionType type,
    Stance stance,
    Force force,
    boolean isAddressed,
    Boolean isAccepted) {
  public LabelledExchange {
    lines = List.copyOf(lines);
  }

  /** What one side said. */
  public record Line(Speaker speaker, String text) {}

  /** How hard an objection is put. */
  public enum Force {
    /** A doubt in passing. */
    MILD,
    CLEAR,
    /** A no, or nearly one. */
    STRONG
  }
}
