package io.talktrack.mail;

/** How mails lie in a file: one by itself, or many after one another. */
public enum MailFormat {
  EML,
  MBOX
}
