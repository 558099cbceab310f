package io.talktrack.transcript;

import io.talktrack.call.Speaker;
import java.util.Locale;

/**
 * Who is heard, as a speech service says it.
 *
 * @param speaker null where the service tells no speakers apart
 * @param channel null where it knows none
 */
record Voice(String speaker, Speaker side, String channel) {
  static final Voice UNKNOWN = new Voice(null, Speaker.UNKNOWN, null);

  /** A number alone is no name: speaker 0 becomes "Speaker 0", as the services themselves print. */
  static Voice of(String label, String channel) {
    String stated = label == null || label.isBlank() ? null : label.strip();
    return new Voice(isNumber(stated) ? "Speaker " + stated : stated, side(stated), channel);
  }

  static Voice of(String label) {
    return of(label, null);
  }

  /** The services' own words for the two sides of a call; no other word tells them. */
  static Speaker side(String role) {
    return switch (role == null ? "" : role.toUpperCase(Locale.ROOT)) {
      case "AGENT" -> Speaker.REP;
      case "CUSTOMER" -> Speaker.CUSTOMER;
      default -> Speaker.UNKNOWN;
    };
  }

  static String channelName(String channel) {
    return isNumber(channel) ? "Channel " + channel : channel;
  }

  private static boolean isNumber(String label) {
    return label != null && !label.isEmpty() && label.chars().allMatch(Character::isDigit);
  }
}
