package io.talktrack.privacy;

import static java.util.Objects.requireNonNull;

/**
 * A turn as the redactor reads it.
 *
 * @param speaker tells speakers of one conversation apart, null where nobody knows
 * @param language by its ISO 639-1 code
 */
public record Said(String speaker, String text, String language) {
  public Said {
    requireNonNull(text, "text is null");
    requireNonNull(language, "language is null");
  }

  boolean isEnglish() {
    return language.equals("en");
  }
}
