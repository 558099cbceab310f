package io.talktrack.privacy;

/** The kinds of personal data that are masked wherever they are written or spoken. */
public enum PersonalData {
  EMAIL,
  PHONE,
  CARD,
  BANK_ACCOUNT,
  ID_NUMBER;

  /** What stands in the text in its place, such as {@code [EMAIL]}. */
  public String placeholder() {
    return "[" + name() + "]";
  }
}
