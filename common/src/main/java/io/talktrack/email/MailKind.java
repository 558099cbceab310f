package io.talktrack.email;

/** What a mail is to those who read conversations; only a person's mails say something. */
public enum MailKind {
  PERSON,
  /** Nothing of it is kept but that it came. */
  PRIVATE,
  DRAFT,
  SPAM,
  BOUNCE,
  AUTO_REPLY,
  /** Bulk mail and what a mailing list sends on. */
  NEWSLETTER,
  /** Written by a machine: receipts, invitations, alarms. */
  NOTIFICATION
}
