package io.talktrack.crm;

/** Says why an export cannot be read at all, and what to change. */
public final class CrmFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  CrmFormatException(String message) {
    super(message);
  }
}
