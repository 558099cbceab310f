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
 * @param subject redacted; empty in a private mail
 * @param sentences the author's own words, redacted, one entry per sentence; none in a private mail
 * @param quoted the mails quoted below or between, redacted; empty where there are none and in a
 *     private mail, null in a row that was written before they were kept
 * @param signature redacted; empty and null as {@code quoted} is
 * @param kindRule the rule that told the kind, null where none did: a person wrote it
 * @param hasQuestion whether a sentence asks something
 * @param messageKey pseudonym of the Message-ID, null where the mail has none
 * @param referenceKeys pseudonyms of the Message-IDs that it answers, the nearest last
 * @param subjectKey pseudonym of the subject without Re: and Fwd:
 */
public record Email(
    String emailId,
    LocalDate emailDate,
    String threadId,
    Instant sentAt,
    Instant knownAt,
    Speaker side,
    String fromPersonId,
    String fromDomain,
    List<String> toPersonIds,
    List<String> ccPersonIds,
    List<String> recipientDomains,
    String subject,
    List<String> sentences,
    String quoted,
    String signature,
    String language,
    MailKind kind,
    String kindRule,
    boolean hasQuestion,
    int quotedCharacters,
    int attachmentCount,
    String messageKey,
    List<String> referenceKeys,
    String subjectKey,
    String path,
    String sourceVersion,
    String definitionVersion) {
  /** The columns that are kept for whoever asks: nothing is judged by them. */
  public static final List<String> KEPT = List.of("quoted", "signature");

  public Email {
    requireNonNull(emailId, "emailId is null");
    requireNonNull(emailDate, "emailDate is null");
  }

  /** The same mail with what was worked out around it. */
  public Email placed(String thread, Speaker author, String version) {
    return with(thread, author, subject, sentences, quoted, signature, version);
  }

  /** The same mail with other words. */
  public Email saying(String title, List<String> words, String quotes, String signed) {
    return with(threadId, side, title, words, quotes, signed, sourceVersion);
  }

  private Email with(
      String thread,
      Speaker author,
      String title,
      List<String> words,
      String quotes,
      String signed,
      String version) {
    return new Email(
        emailId,
        emailDate,
        thread,
        sentAt,
        knownAt,
        author,
        fromPersonId,
        fromDomain,
        toPersonIds,
        ccPersonIds,
        recipientDomains,
        title,
        words,
        quotes,
        signed,
        language,
        kind,
        kindRule,
        hasQuestion,
        quotedCharacters,
        attachmentCount,
        messageKey,
        referenceKeys,
        subjectKey,
        path,
        version,
        definitionVersion);
  }
}
