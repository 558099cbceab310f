package io.talktrack.privacy;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * One piece of personal data that was masked; it never holds the data itself.
 *
 * @param start first Unicode code point of it in the original text
 * @param end code point after it
 * @param rule what it was known by, such as {@code phone.international}
 * @param probability that a model gives it, 1 where a rule found it
 */
public record Finding(PersonalData type, int start, int end, String rule, double probability) {
  public Finding {
    requireNonNull(type, "type is null");
    requireNonNull(rule, "rule is null");
  }

  /** What a rule found. */
  public Finding(PersonalData type, int start, int end, String rule) {
    this(type, start, end, rule, 1);
  }

  /** The rule in words: a form, a check digit or the words around it. */
  public String reason() {
    String reason = Reasons.of(rule);
    return probability < 1
        ? String.format(Locale.ROOT, "%s (probability %.2f)", reason, probability)
        : reason;
  }
}
