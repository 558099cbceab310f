package io.talktrack.mail;

import static io.talktrack.mail.UnreadableMailException.Reason.EMPTY;
import static io.talktrack.mail.UnreadableMailException.Reason.NOT_A_MAIL;

import io.talktrack.email.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads mails out of a file's bytes, whether it is one mail or many. */
public final class MailFormats {
  private MailFormats() {}

  /** The format by what the bytes say; the path only decides where they say nothing. */
  public static Optional<MailFormat> detect(byte[] content, String path) {
    if (Mbox.startsWithFromLine(content)) {
      return Optional.of(MailFormat.MBOX);
    }

    Optional<MailFormat> json = JsonMails.detect(content);
    if (json.isPresent()) {
      return json;
    }

    String name = path.toLowerCase(Locale.ROOT);
    if (MailHeader.startsOneMail(content)) {
      return Optional.of(Maildir.holds(path) ? MailFormat.MAILDIR : MailFormat.EML);
    }

    if (Mbox.holdsFromLine(content) && (name.endsWith(".mbox") || name.endsWith(".mbx"))) {
      return Optional.of(MailFormat.MBOX);
    }

    return Optional.empty();
  }

  /**
   * Reads every mail of the file.
   *
   * @throws UnreadableMailException if the file as a whole is no mail, or its only mail is broken
   */
  public static MailFile read(byte[] content, String path) throws UnreadableMailException {
    if (content.length == 0) {
      throw new UnreadableMailException(EMPTY);
    }

    MailFormat format =
        detect(content, path).orElseThrow(() -> new UnreadableMailException(NOT_A_MAIL));
    return switch (format) {
      case EML -> new MailFile(format, List.of(MailReader.read(content)), List.of());
      case MAILDIR ->
          new MailFile(format, List.of(MailReader.read(Maildir.read(content, path))), List.of());
      case MBOX -> readEach(content);
      case GMAIL_JSON, GRAPH_JSON -> readEach(format, JsonMails.read(content));
    };
  }

  private static MailFile readEach(byte[] content) {
    List<Mbox.Piece> pieces = Mbox.split(content);
    List<Message> messages = new ArrayList<>();
    List<MailFile.Problem> problems = new ArrayList<>();
    for (int no = 0; no < pieces.size(); no++) {
      Mbox.Piece piece = pieces.get(no);
      try {
        messages.add(MailReader.read(piece.mail(content)));
      } catch (UnreadableMailException e) {
        problems.add(new MailFile.Problem(no, e.reason(), piece.offset()));
      }
    }

    return new MailFile(MailFormat.MBOX, messages, problems);
  }

  private static MailFile readEach(MailFormat format, List<JsonMails.Entry> entries) {
    List<Message> messages = new ArrayList<>();
    List<MailFile.Problem> problems = new ArrayList<>();
    for (int no = 0; no < entries.size(); no++) {
      JsonMails.Entry entry = entries.get(no);
      try {
        messages.add(MailReader.read(entry.bytes()));
      } catch (UnreadableMailException e) {
        problems.add(new MailFile.Problem(no, e.reason(), entry.offset()));
      }
    }

    return new MailFile(format, messages, problems);
  }
}
