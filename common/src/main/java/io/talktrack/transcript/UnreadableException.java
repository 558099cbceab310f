package io.talktrack.transcript;

import java.util.Locale;

/**
 * A file that no transcript can be read from, with a reason for the quarantine table. Its message
 * never holds the file's content.
 */
public final class UnreadableException extends Exception {
  /** Why a file could not be read, and what its owner can do about it. */
  public enum Reason {
    EMPTY("it holds no words", "Remove it, or export it again."),
    NOT_TEXT("it is not text in a known encoding", "Export it as UTF-8 text."),
    TORN("it ends in the middle", "Copy or export it again."),
    MALFORMED("it breaks its format's rules", "Export it again."),
    UNKNOWN_FORMAT(
        "no transcript format matches", "See 'talktrack ingest formats' for those that do."),
    SEVERAL_CALLS(
        "its call ids are of more than one call", "Split it into one file for each call."),
    TOO_LARGE("it is over a limit", "Split it into its conversations."),
    BAD_TIMES("it states impossible times", "Export it again with times like 00:01:02.345.");

    private final String why;
    private final String nextStep;

    Reason(String why, String nextStep) {
      this.why = why;
      this.nextStep = nextStep;
    }
  }

  /** What a position counts. */
  private enum Unit {
    FILE,
    BYTE,
    LINE
  }

  private final Reason reason;
  private final Unit unit;
  private final long position;

  private UnreadableException(Reason reason, Unit unit, long position) {
    super(message(reason, unit, position));
    this.reason = reason;
    this.unit = unit;
    this.position = position;
  }

  static UnreadableException file(Reason reason) {
    return new UnreadableException(reason, Unit.FILE, -1);
  }

  static UnreadableException atByte(Reason reason, long offset) {
    return new UnreadableException(reason, Unit.BYTE, offset);
  }

  static UnreadableException atLine(Reason reason, long line) {
    return new UnreadableException(reason, Unit.LINE, line);
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong and what to do, for a file that is no transcript too. */
  public String detail() {
    return reason.why + ". " + reason.nextStep;
  }

  /** Where reading stopped: "line 12", "byte 4096", or "" where no single place is to blame. */
  public String place() {
    return place(unit, position);
  }

  private static String message(Reason reason, Unit unit, long position) {
    String place = place(unit, position);
    return "Cannot read transcript: %s%s, %s. %s"
        .formatted(reason, place.isEmpty() ? "" : " at " + place, reason.why, reason.nextStep);
  }

  private static String place(Unit unit, long position) {
    return unit == Unit.FILE ? "" : unit.name().toLowerCase(Locale.ROOT) + " " + position;
  }
}
