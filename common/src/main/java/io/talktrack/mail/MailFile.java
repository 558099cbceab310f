package io.talktrack.mail;

import io.talktrack.email.Message;
import java.util.List;

/** What one file held: each mail in it is either a message or a problem. */
public record MailFile(MailFormat format, List<Message> messages, List<Problem> problems) {
  public MailFile {
    messages = List.copyOf(messages);
    problems = List.copyOf(problems);
  }

  /**
   * One mail of many that could not be read.
   *
   * @param recordNo its place in the file, from 0, messages and problems counted together
   * @param offset the byte at which it begins, its "From " line included; in JSON of the line that
   *     holds it
   */
  public record Problem(int recordNo, UnreadableMailException.Reason reason, long offset) {}
}
