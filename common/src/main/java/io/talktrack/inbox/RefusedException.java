package io.talktrack.inbox;

/** Ends the reading of one source file; it never leaves the inbox. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.reason());
    this.refusal = refusal;
  }

  RefusedException(String reason, String detail) {
    this(new Refusal(reason, detail));
  }

  Refusal refusal() {
    return refusal;
  }
}
