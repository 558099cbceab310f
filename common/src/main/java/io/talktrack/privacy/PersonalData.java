package io.talktrack.privacy;

/** The kinds of personal data that are masked wherever they are written or spoken. */
public enum PersonalData {
  EMAIL,
  PHONE,
  CARD,
  BANK_ACCOUNT,
  ID_NUMBER,
  DATE_OF_BIRTH,
  /** A password, a PIN, a one-time code, the code on a card's back. */
  SECRET,
  /** An internet or hardware address. */
  DEVICE_ADDRESS,
  /** A link that names a person or lets whoever holds it in. */
  LINK,
  /** What somebody is called in a system or messenger. */
  USER_NAME,
  /** A number plate or a vehicle's identification number. */
  VEHICLE,
  /** A postal address, or the part of it that finds a door. */
  ADDRESS,
  NAME;

  /** What stands in the text in its place, such as {@code [EMAIL]}. */
  public String placeholder() {
    return "[" + name() + "]";
  }
}
