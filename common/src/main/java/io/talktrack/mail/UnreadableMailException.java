package io.talktrack.mail;

import static java.util.Objects.requireNonNull;

/** Says why a file or one mail in it could not be read, without repeating what it holds. */
public final class UnreadableMailException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  UnreadableMailException(Reason reason) {
    super("Cannot read the mail: %s.".formatted(reason.explanation));
    this.reason = requireNonNull(reason, "reason is null");
  }

  UnreadableMailException(Reason reason, Throwable cause) {
    this(reason);
    // the parser's own message can quote a header line, so only its stack is kept
    setStackTrace(cause.getStackTrace());
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong with a mail; each says the next step. */
  public enum Reason {
    EMPTY("it is empty. Export it again"),
    NOT_A_MAIL(
        "it has no mail header (From, To, Subject, Date, …). Put .eml, mbox, Maildir, Gmail or Graph JSON files"
            + " under emails/"),
    NO_CONTENT(
        "it holds only what a list of mails shows. Export it with its body: Gmail by format=raw or"
            + " full, Graph with the property body"),
    TOO_LARGE("it is larger than 32 MiB. Export it without attachments"),
    TOO_MANY_HEADERS("it has more than 2,000 header fields. Look whether it is a real mail"),
    HEADER_TOO_LONG("a header field is longer than 256 KiB. Look whether it is a real mail"),
    LINE_TOO_LONG("a header line is longer than 256 KiB. Look whether it is a real mail"),
    TOO_DEEP("its parts are nested deeper than 30. Export the innermost mail by itself"),
    TOO_MANY_PARTS("it has more than 2,000 parts. Export the mails in it one by one"),
    MALFORMED("its MIME structure is broken. Export it again");

    private final String explanation;

    Reason(String explanation) {
      this.explanation = explanation;
    }
  }
}
