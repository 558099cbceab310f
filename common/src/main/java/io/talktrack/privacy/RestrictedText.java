package io.talktrack.privacy;

import static java.util.Objects.requireNonNull;

import io.talktrack.call.Source;
import java.time.LocalDate;

/**
 * The words in which something was masked, as they were before. One row per turn or part of a mail
 * with a placeholder.
 *
 * @param sourceId the call's or the e-mail's id
 * @param unitNo the turn's number in its call; 0 in an e-mail
 * @param text not redacted
 * @param definitionVersion of the redacted text beside it
 */
public record RestrictedText(
    Source source,
    String sourceId,
    LocalDate sourceDate,
    Part part,
    int unitNo,
    String text,
    String definitionVersion) {
  /** What of a conversation the text is. */
  public enum Part {
    TURN,
    SUBJECT,
    BODY,
    QUOTED,
    SIGNATURE
  }

  public RestrictedText {
    requireNonNull(source, "source is null");
    requireNonNull(sourceId, "sourceId is null");
    requireNonNull(sourceDate, "sourceDate is null");
    requireNonNull(part, "part is null");
    requireNonNull(text, "text is null");
  }

  // a row may end in a message or a log; its text must not
  @Override
  public String toString() {
    return "RestrictedText[source=%s, sourceId=%s, sourceDate=%s, part=%s, unitNo=%d]"
        .formatted(source, sourceId, sourceDate, part, unitNo);
  }
}
