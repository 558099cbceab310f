package io.talktrack.email;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * An e-mail as its source says it, before anything is masked. Addresses are lower case.
 *
 * @param messageId without angle brackets, null where the mail has none
 * @param references the mails that it answers, the nearest last, before them the conversation's own
 *     id where the mail program gave one
 * @param sentAt the Date header, null where it is missing or unreadable
 * @param body what its author wrote, as plain text, without quoted replies and signature
 * @param quoted the quoted replies that followed or stood between, empty if none
 * @param signature the signature block, empty if none
 * @param kind by its headers
 * @param kindRule the rule that told the kind, null where none did: a person wrote it
 */
public record Message(
    String messageId,
    String inReplyTo,
    List<String> references,
    Instant sentAt,
    Address from,
    List<Address> to,
    List<Address> cc,
    String subject,
    String body,
    String quoted,
    String signature,
    MailKind kind,
    String kindRule,
    int attachmentCount) {
  public Message {
    references = List.copyOf(references);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    requireNonNull(subject, "subject is null");
    requireNonNull(body, "body is null");
    requireNonNull(kind, "kind is null");
  }

  /** The same mail with nothing of what it says. */
  public Message withoutWords() {
    return new Message(
        messageId,
        inReplyTo,
        references,
        sentAt,
        from,
        to,
        cc,
        "",
        "",
        "",
        "",
        kind,
        kindRule,
        attachmentCount);
  }

  /** A mailbox and the name it goes by, null where the header gives none. */
  public record Address(String mailbox, String name) {
    public Address {
      requireNonNull(mailbox, "mailbox is null");
    }

    public String domain() {
      return mailbox.substring(mailbox.lastIndexOf('@') + 1);
    }
  }
}
