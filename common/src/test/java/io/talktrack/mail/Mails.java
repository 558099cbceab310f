package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.talktrack.email.Message;
import java.io.IOException;
import java.io.InputStream;

/** The small mails that tests are given. */
final class Mails {
  private Mails() {}

  static byte[] fixture(String name) throws IOException {
    try (InputStream mail = Mails.class.getResourceAsStream("/mail/" + name)) {
      return mail.readAllBytes();
    }
  }

  static Message read(String mail) throws UnreadableMailException {
    return read(mail.getBytes(UTF_8));
  }

  static Message read(byte[] mail) throws UnreadableMailException {
    return MailFormats.read(mail, "mail.eml").messages().get(0);
  }
}
