package io.talktrack.mail;

/** How mails lie in a file: one by itself, or many after one another. */
public enum MailFormat {
  EML,
  MBOX,
  /** One by itself without a suffix, in a folder {@code cur} or {@code new}. */
  MAILDIR,
  GMAIL_JSON,
  GRAPH_JSON
}
