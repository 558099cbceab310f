package io.talktrack.jobs.ingest;

import io.talktrack.email.Email;
import io.talktrack.identity.ContentHash;
import java.util.List;

/**
 * A mail without its words, which is what threading needs: a mailbox of years is a few hundred
 * bytes a mail on the driver.
 *
 * @param said hash of what was said, by whom and when
 * @param kept hash of what is kept beside it, of which no stage reads anything
 */
public record SilentMail(Email mail, String said, String kept) {
  static SilentMail of(Email mail) {
    return new SilentMail(
        mail.saying("", List.of(), "", ""),
        ContentHash.of(
            mail.emailId(),
            mail.fromPersonId(),
            mail.sentAt(),
            mail.subject(),
            ContentHash.of(mail.sentences().toArray()),
            mail.kind()),
        ContentHash.of(mail.quoted(), mail.signature()));
  }

  SilentMail placed(Email placed) {
    return new SilentMail(placed, said, kept);
  }
}
