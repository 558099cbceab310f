package io.talktrack.privacy;

import static java.util.Objects.requireNonNull;

/**
 * One piece of personal data that was masked; it never holds the data itself.
 *
 * @param start first Unicode code point of it in the original text
 * @param end code point after it
 * @param rule what it was known by, such as {@code phone.international}
 */
public record Finding(PersonalData type, int start, int end, String rule) {
  public Finding {
    requireNonNull(type, "type is null");
    requireNonNull(rule, "rule is null");
  }

  /** The rule in words: a form, a check digit or the words around it. */
  public String reason() {
    return Reasons.of(rule);
  }
}
