package io.talktrack.jobs.ingest;

import io.talktrack.call.Source;
import io.talktrack.email.MailKind;
import io.talktrack.email.Message;
import io.talktrack.email.Message.Address;
import io.talktrack.email.Subjects;
import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.Refusal;
import io.talktrack.inbox.SourceContent;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.ingest.ReadMail.Mail;
import io.talktrack.language.Languages;
import io.talktrack.mail.MailFile;
import io.talktrack.mail.MailFormats;
import io.talktrack.mail.QuotedNames;
import io.talktrack.mail.UnreadableMailException;
import io.talktrack.privacy.Directory;
import io.talktrack.privacy.KnownNames;
import io.talktrack.privacy.NameSpotter;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.privacy.Redacted;
import io.talktrack.privacy.Redactor;
import io.talktrack.privacy.RestrictedText;
import io.talktrack.privacy.RestrictedText.Part;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one mail file and redacts what its mails say. */
final class MailReader implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String KIND = "EMAIL";

  private final ZoneId zone;
  private final Pseudonyms pseudonyms;
  private final Directory people;
  private final Originals originals;
  private final String definition;

  MailReader(
      ZoneId zone,
      Pseudonyms pseudonyms,
      Directory people,
      Originals originals,
      String definition) {
    this.zone = zone;
    this.pseudonyms = pseudonyms;
    this.people = people;
    this.originals = originals;
    this.definition = definition;
  }

  ReadMail read(
      SourceFile listed, SourceContent content, Languages languages, NameSpotter spotter) {
    SourceFile file = IngestEmails.named(listed);
    if (content.isRefused()) {
      Refusal refusal = content.refusal();
      return unreadable(file, "", refusal.reason(), refusal.detail());
    }
    String hash = ContentHash.of(content.bytes());
    MailFile found;
    try {
      found = MailFormats.read(content.bytes(), listed.path().replaceFirst("(?i)\\.gz$", ""));
    } catch (UnreadableMailException e) {
      return unreadable(file, hash, e.reason().name(), e.getMessage());
    }

    List<QuarantinedInput> problems = new ArrayList<>();
    found
        .problems()
        .forEach(
            problem ->
                problems.add(
                    problem(
                        file,
                        hash,
                        problem.recordNo(),
                        problem.reason().name(),
                        "a mail of the file cannot be read",
                        problem.offset())));
    Set<Integer> unreadable = new HashSet<>();
    found.problems().forEach(problem -> unreadable.add(problem.recordNo()));
    List<Mail> mails = new ArrayList<>();
    int place = -1;
    for (Message message : found.messages()) {
      do {
        place++;
      } while (unreadable.contains(place));
      if (message.sentAt() == null) {
        problems.add(
            problem(file, hash, place, "NO_DATE", "the mail has no readable Date header", -1));
        continue;
      }
      mails.add(mail(message, languages, spotter));
    }
    return new ReadMail(
        file.path(),
        hash,
        file.length(),
        file.modifiedMillis(),
        found.format().name(),
        mails,
        problems);
  }

  private Mail mail(Message read, Languages languages, NameSpotter spotter) {
    Message message = read.kind() == MailKind.PRIVATE ? read.withoutWords() : read;
    String language = languages.ofConversation(List.of(message.subject(), message.body()));
    Set<String> named = named(message);
    KnownNames names = KnownNames.of(named);
    named.addAll(people.namedIn(List.of(message.quoted(), message.signature())));
    named.addAll(QuotedNames.in(message));
    KnownNames keptNames = KnownNames.of(named);
    String from = person(message.from());
    List<String> references = new ArrayList<>(message.references());
    if (message.inReplyTo() != null) {
      references.add(message.inReplyTo());
    }
    String subject = Subjects.normalised(message.subject());
    String contentHash =
        ContentHash.of(read.messageId(), from, read.sentAt(), read.subject(), read.body());
    String id =
        "m_"
            + (message.messageId() == null
                    ? contentHash
                    : ContentHash.of("message-id", message.messageId()))
                .substring(0, 24);
    LocalDate day = message.sentAt().atZone(zone).toLocalDate();
    Redacted title = Redactor.redact(message.subject(), language, names, spotter);
    Redacted body = Redactor.redact(message.body(), language, names, spotter);
    Redacted quoted = kept(message.quoted(), languages, language, keptNames, spotter);
    Redacted signature = kept(message.signature(), languages, language, keptNames, spotter);
    return new Mail(
        id,
        day,
        message.sentAt(),
        from,
        message.from() == null ? null : message.from().domain(),
        message.to().stream().map(this::person).toList(),
        message.cc().stream().map(this::person).toList(),
        Stream.concat(message.to().stream(), message.cc().stream())
            .map(Address::domain)
            .distinct()
            .sorted()
            .toList(),
        title.text(),
        body.text(),
        quoted.text(),
        signature.text(),
        language,
        message.kind(),
        message.kindRule(),
        message.quoted().codePointCount(0, message.quoted().length()),
        message.attachmentCount(),
        key(message.messageId()),
        references.stream().map(this::key).distinct().toList(),
        key(subject),
        contentHash,
        Stream.of(
                original(id, day, Part.SUBJECT, message.subject(), title),
                original(id, day, Part.BODY, message.body(), body),
                original(id, day, Part.QUOTED, message.quoted(), quoted),
                original(id, day, Part.SIGNATURE, message.signature(), signature))
            .flatMap(Optional::stream)
            .toList());
  }

  private Optional<RestrictedText> original(
      String id, LocalDate day, Part part, String text, Redacted redacted) {
    return originals.of(Source.EMAIL, id, day, part, 0, text, redacted, definition);
  }

  /** What is quoted may be in another language than what answers it. */
  private static Redacted kept(
      String text, Languages languages, String mail, KnownNames names, NameSpotter spotter) {
    String language = text.isEmpty() ? mail : languages.ofTurn(text, mail);
    return Redactor.redact(text, language, names, spotter);
  }

  private Set<String> named(Message message) {
    Set<String> named = people.namedIn(List.of(message.subject(), message.body()));
    Stream.of(Stream.ofNullable(message.from()), message.to().stream(), message.cc().stream())
        .flatMap(addresses -> addresses)
        .map(Address::name)
        .filter(Objects::nonNull)
        .forEach(named::add);
    return named;
  }

  private String person(Address address) {
    return address == null
        ? null
        : pseudonyms.person(Pseudonyms.normalisedMailbox(address.mailbox()));
  }

  private String key(String value) {
    return value == null || value.isEmpty() ? null : pseudonyms.person("mail/" + value);
  }

  private static ReadMail unreadable(SourceFile file, String hash, String reason, String detail) {
    return new ReadMail(
        file.path(),
        hash,
        file.length(),
        file.modifiedMillis(),
        null,
        List.of(),
        List.of(problem(file, hash, -1, reason, detail, -1)));
  }

  private static QuarantinedInput problem(
      SourceFile file, String hash, int recordNo, String reason, String detail, long offset) {
    return new QuarantinedInput(
        file.path(), hash, KIND, recordNo, reason, detail, offset, file.length());
  }
}
