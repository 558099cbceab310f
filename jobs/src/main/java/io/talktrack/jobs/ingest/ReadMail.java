package io.talktrack.jobs.ingest;

import io.talktrack.email.MailKind;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.privacy.RestrictedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What one mail file holds, already redacted. One row per file. */
public record ReadMail(
    String path,
    String contentHash,
    long length,
    long modifiedMillis,
    String format,
    List<Mail> mails,
    List<QuarantinedInput> problems) {

  /**
   * A mail before sentences, sides and threads are told.
   *
   * @param originals of parts in which something was masked, where these are kept
   */
  public record Mail(
      String emailId,
      LocalDate emailDate,
      Instant sentAt,
      String fromPersonId,
      String fromDomain,
      List<String> toPersonIds,
      List<String> ccPersonIds,
      List<String> otherDomains,
      String subject,
      String body,
      String quoted,
      String signature,
      String language,
      MailKind kind,
      String kindRule,
      int quotedCharacters,
      int attachmentCount,
      String messageKey,
      List<String> referenceKeys,
      String subjectKey,
      String contentHash,
      List<RestrictedText> originals) {}

  ReadMail withoutBodies() {
    return new ReadMail(
        path,
        contentHash,
        length,
        modifiedMillis,
        format,
        mails.stream()
            .map(
                mail ->
                    new Mail(
                        mail.emailId(),
                        mail.emailDate(),
                        mail.sentAt(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        mail.kind(),
                        mail.kindRule(),
                        0,
                        0,
                        null,
                        List.of(),
                        null,
                        mail.contentHash(),
                        List.of()))
            .toList(),
        problems);
  }

  RawFile asRawFile(String kind, String definition, long duplicates, Instant now) {
    boolean isUnreadable = mails.isEmpty();
    long quarantined = problems.size();
    return new RawFile(
        path,
        contentHash,
        kind,
        length,
        modifiedMillis,
        format,
        isUnreadable ? "QUARANTINED" : duplicates == mails.size() ? "DUPLICATE" : "PROCESSED",
        null,
        mails.size() + quarantined,
        mails.size() - duplicates,
        quarantined,
        duplicates,
        definition,
        now);
  }
}
