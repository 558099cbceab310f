package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.email.MailKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestMaildir {
  private static final byte[] MAIL = "From: a@b.example\nSubject: x\n\nwords".getBytes(UTF_8);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          emails/ann/new/1714.M1P2.host              | emails/ann/cur/1714.M1P2.host
          emails/ann/cur/1714.M1P2.host:2,           | emails/ann/cur/1714.M1P2.host
          emails/ann/cur/1714.M1P2.host:2,FRS        | emails/ann/cur/1714.M1P2.host
          emails/ann/cur/1714.M1P2.host;2,S          | emails/ann/cur/1714.M1P2.host
          emails/ann/cur/1714.M1P2.host!2,S          | emails/ann/cur/1714.M1P2.host
          emails/ann/cur/1714.M1,S=12,W=13:2,Sa      | emails/ann/cur/1714.M1,S=12,W=13
          emails/.Sent/new/1714.host:1,x             | emails/.Sent/cur/1714.host
          emails/new/offer.eml                       | emails/cur/offer.eml
          emails/new.eml                             | emails/new.eml
          emails/cur/a/b.eml                         | emails/cur/a/b.eml
          """)
  void mailKeepsItsNameWhenItIsSeenOrAnswered(String path, String name) {
    assertThat(Maildir.withoutFlags(path)).isEqualTo(name);
  }

  @Test
  void formatIsToldByTheFolderAndNoSuffixIsNeeded() throws Exception {
    assertThat(MailFormats.read(MAIL, "emails/cur/1714.M1P2.host:2,S").format())
        .isEqualTo(MailFormat.MAILDIR);
    assertThat(MailFormats.read(MAIL, "emails/1714").format()).isEqualTo(MailFormat.EML);
  }

  @Test
  void flaggedAsDraftItIsOne() throws Exception {
    assertThat(kind("emails/cur/1714.host:2,DS")).isEqualTo(MailKind.DRAFT);
    assertThat(kind("emails/cur/1714.host:2,S")).isEqualTo(MailKind.PERSON);
    assertThat(kind("emails/cur/1714.D.host")).isEqualTo(MailKind.PERSON);
  }

  @Test
  void litterIsOnlyWhatLiesInAMaildir() {
    List<String> paths =
        List.of(
            "emails/a/cur/1:2,S",
            "emails/a/tmp/2",
            "emails/a/dovecot.index.log",
            "emails/a/dovecot-uidlist",
            "emails/a/maildirfolder",
            "emails/a/quote.eml",
            "emails/b/tmp/3.eml",
            "emails/b/subscriptions");

    assertThat(Maildir.litter(paths))
        .containsExactlyInAnyOrder(
            "emails/a/tmp/2",
            "emails/a/dovecot.index.log",
            "emails/a/dovecot-uidlist",
            "emails/a/maildirfolder");
  }

  private static MailKind kind(String path) throws UnreadableMailException {
    return MailFormats.read(MAIL, path).messages().get(0).kind();
  }
}
