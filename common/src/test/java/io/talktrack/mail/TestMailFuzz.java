package io.talktrack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever the bytes, a mail file is read or refused by the one documented exception. In a build
 * the seeds beside this class are tried; CONTRIBUTING tells how to search on.
 */
class TestMailFuzz {
  @FuzzTest
  void bytesAreMailsOrUnreadable(byte[] content) {
    try {
      MailFile file = MailFormats.read(content, "emails/any.mbox");

      assertThat(file.messages().size() + file.problems().size()).isPositive();
    } catch (UnreadableMailException refused) {
      assertThat(refused).hasMessageStartingWith("Cannot read the mail: ");
    }
  }
}
