package io.talktrack.jobs;

/** What the user asked for cannot be done as it was asked: exit status 2. */
public final class SettingsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public SettingsException(String message) {
    super(message);
  }
}
