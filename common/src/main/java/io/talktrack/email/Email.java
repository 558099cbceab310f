package io.talktrack.email;

import static java.util.Objects.requireNonNull;

import io.talktrack.call.Speaker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One e-mail. One row per message.
 *
 * @param emailDate the day it was sent, in the company's time zone
 * @param knownAt its Date header
 * @param side whose side the author is on
 * @param subject redacted
 * @param sentences the author's own words, redacted, one entry per sentence
 * @param hasQuestion whether a sentence asks something
 */
public record Email(
    String emailId,
    LocalDate emailDate,
    String threadId,
    Instant sentAt,
    Instant knownAt,
    Speaker side,
    String fromPersonId,
    List<String> toPersonIds,
    List<String> ccPersonIds,
    String subject,
    List<String> sentences,
    String language,
    boolean isAutomatic,
    boolean hasQuestion,
    int quotedCharacters,
    int attachmentCount,
    String path,
    String sourceVersion,
    String definitionVersion) {
  public Email {
    requireNonNull(emailId, "emailId is null");
    requireNonNull(emailDate, "emailDate is null");
  }
}
