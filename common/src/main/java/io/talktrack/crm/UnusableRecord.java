package io.talktrack.crm;

/** Says why one record cannot be used; its neighbours can. */
final class UnusableRecord extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableRecord(String reason) {
    super(reason, null, false, false);
  }
}
