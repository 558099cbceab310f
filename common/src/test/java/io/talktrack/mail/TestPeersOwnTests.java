package io.talktrack.mail;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.SharedData;
import io.talktrack.email.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.junit.jupiter.api.Test;

/** What the tests of CPython's and Ruby's mail readers say of the mails given with them. */
class TestPeersOwnTests {
  /** Lib/test/test_email/test_email.py; a message within a part counts as attached. */
  private static final String CPYTHON =
      """
      msg_01.txt | parts | text/plain
      msg_03.txt | parts | text/plain
      msg_03.txt | text | Hi, Do you like this message? -Me
      msg_04.txt | text | a simple kind of mirror to reflect upon our own
      msg_05.txt | parts | multipart/report text/plain text/plain message/rfc822 text/plain
      msg_05.txt | text | Yadda yadda yadda
      msg_06.txt | parts | message/rfc822 text/plain
      msg_06.txt | attachments | 1
      msg_07.txt | attachments | 1
      msg_10.txt | text | This is a 7bit encoded message.
      msg_10.txt | text | ¡This is a Quoted Printable encoded message!
      msg_10.txt | text | This is a Base64 encoded message. This is a Base64 encoded message.
      msg_10.txt | text | This has no Content-Transfer-Encoding: header.
      msg_11.txt | subject | The enclosing message
      msg_11.txt | parts | message/rfc822 text/plain
      msg_14.txt | parts | text/plain
      msg_16.txt | text | Reason: recipient reached disk quota
      msg_20.txt | cc | ccc@zzz.org ddd@zzz.org eee@zzz.org
      msg_21.txt | from | aperson@dom.ain
      msg_21.txt | to | bperson@dom.ain
      msg_21.txt | subject | Test
      msg_21.txt | text | One Two
      msg_28.txt | parts | multipart/digest message/rfc822 text/plain message/rfc822 text/plain
      msg_30.txt | parts | multipart/digest message/rfc822 text/plain message/rfc822 text/plain
      msg_31.txt | text | message 1
      msg_31.txt | text | message 2
      msg_35.txt | from | aperson@dom.ain
      msg_35.txt | to | bperson@dom.ain
      msg_35.txt | subject | here's something interesting
      msg_35.txt | text | counter to RFC 2822, there's no separating newline here
      msg_36.txt | attachments | 2
      msg_37.txt | attachments | 3
      msg_38.txt | parts | multipart/mixed multipart/mixed multipart/alternative text/plain \
      text/plain text/plain text/plain
      msg_39.txt | parts | multipart/mixed multipart/mixed multipart/alternative \
      application/octet-stream application/octet-stream text/plain
      msg_40.txt | parts | text/html
      msg_41.txt | text | Blah blah blah
      msg_42.txt | parts | multipart/mixed text/plain message/rfc822 multipart/mixed
      """;

  /** Of spec/mail: example_emails, attachments_list and message. */
  private static final String RUBY =
      """
      rfc2822/example01.eml | from | jdoe@machine.example
      rfc2822/example01.eml | to | mary@example.net
      rfc2822/example01.eml | id | 1234@local.machine.example
      rfc2822/example01.eml | date | 1997-11-21T15:55:06Z
      rfc2822/example01.eml | subject | Saying Hello
      rfc2822/example02.eml | from | jdoe@machine.example
      rfc2822/example02.eml | to | mary@example.net
      rfc2822/example02.eml | id | 1234@local.machine.example
      rfc2822/example02.eml | date | 1997-11-21T15:55:06Z
      rfc2822/example02.eml | subject | Saying Hello
      rfc2822/example03.eml | from | john.q.public@example.com
      rfc2822/example03.eml | to | mary@x.test jdoe@example.org one@y.test
      rfc2822/example03.eml | cc | boss@nil.test sysservices@example.net
      rfc2822/example03.eml | id | 5678.21-Nov-1997@example.com
      rfc2822/example03.eml | date | 2003-07-01T08:52:37Z
      rfc2822/example04.eml | from | pete@silly.example
      rfc2822/example04.eml | to | c@a.test joe@where.test jdoe@one.test
      rfc2822/example04.eml | id | testabcd.1234@silly.example
      rfc2822/example04.eml | date | 1969-02-14T03:02:54Z
      rfc2822/example05.eml | from | jdoe@machine.example
      rfc2822/example05.eml | to | mary@example.net
      rfc2822/example05.eml | id | 1234@local.machine.example
      rfc2822/example05.eml | date | 1997-11-21T15:55:06Z
      rfc2822/example05.eml | subject | Saying Hello
      rfc2822/example06.eml | from | mary@example.net
      rfc2822/example06.eml | to | jdoe@machine.example
      rfc2822/example06.eml | id | 3456@example.net
      rfc2822/example06.eml | reply | 1234@local.machine.example
      rfc2822/example06.eml | references | 1234@local.machine.example
      rfc2822/example06.eml | date | 1997-11-21T16:01:10Z
      rfc2822/example06.eml | subject | Re: Saying Hello
      rfc2822/example07.eml | from | jdoe@machine.example
      rfc2822/example07.eml | to | smith@home.example
      rfc2822/example07.eml | id | abcd.1234@local.machine.tld
      rfc2822/example07.eml | reply | 3456@example.net
      rfc2822/example07.eml | references | 1234@local.machine.example 3456@example.net
      rfc2822/example07.eml | date | 1997-11-21T17:00:00Z
      rfc2822/example07.eml | subject | Re: Saying Hello
      rfc2822/example08.eml | from | jdoe@machine.example
      rfc2822/example08.eml | to | mary@example.net
      rfc2822/example08.eml | id | 1234@local.machine.example
      rfc2822/example08.eml | date | 1997-11-21T15:55:06Z
      rfc2822/example08.eml | subject | Saying Hello
      rfc2822/example09.eml | from | jdoe@machine.example
      rfc2822/example09.eml | to | mary@example.net
      rfc2822/example09.eml | id | 1234@local.machine.example
      rfc2822/example09.eml | date | 1997-11-21T15:55:06Z
      rfc2822/example09.eml | subject | Saying Hello
      rfc2822/example10.eml | id | testabcd.1234@silly.test
      rfc2822/example10.eml | date | 1969-02-14T03:02:00Z
      rfc2822/example11.eml | from | john.q.public@example.com
      rfc2822/example11.eml | id | 5678.21-Nov-1997@example.com
      rfc2822/example11.eml | date | 2003-07-01T08:52:37Z
      rfc2822/example12.eml | from | jdoe@machine.example
      rfc2822/example12.eml | to | mary@example.net
      rfc2822/example12.eml | id | 1234@local.machine.example
      rfc2822/example12.eml | date | 1997-11-21T09:55:06Z
      rfc2822/example13.eml | date | 1997-11-21T15:55:06Z
      rfc2822/example14.eml | from | atsushi@example.com
      rfc2822/example14.eml | subject | Re: TEST テストテスト
      rfc2822/example14.eml | id | 0CC5E11ED2C1D@example.com
      rfc2822/example14.eml | text | Hello
      attachment_emails/attachment_content_location.eml | attachments | 1
      attachment_emails/attachment_content_disposition.eml | attachments | 1
      attachment_emails/attachment_with_encoded_name.eml | attachments | 1
      attachment_emails/attachment_with_unquoted_name.eml | attachments | 1
      attachment_emails/attachment_message_rfc822.eml | attachments | 1
      mime_emails/sig_only_email.eml | attachments | 1
      mime_emails/two_from_in_message.eml | to | tester2@test.com
      error_emails/cant_parse_from.eml | from | news@insideapple.apple.com
      error_emails/empty_in_reply_to.eml | reply | null
      error_emails/weird_to_header.eml | to | user-example@aol.com e-s-a-s-2200@app.ar.com
      multi_charset/japanese_iso_2022.eml | to | raasdnil@gmail.com
      multi_charset/japanese_iso_2022.eml | text | すみません。
      multi_charset/ks_c_5601-1987.eml | text | 스티해
      plain_emails/basic_email.eml | from | test@lindsaar.net
      plain_emails/basic_email.eml | to | raasdnil@gmail.com
      plain_emails/raw_email.eml | from | jamis@37signals.com
      plain_emails/raw_email_with_at_display_name.eml | to | smith@gmail.com \
      raasdnil@gmail.com tom@gmail.com
      plain_emails/mix_caps_content_type.eml | parts | text/plain
      """;

  @Test
  void cpythonsExpectationsHold() throws Exception {
    assertThat(differing("email_cpython", CPYTHON)).isEmpty();
  }

  /** But where Ruby keeps comments within an address (example10, 11 and 13). */
  @Test
  void rubysExpectationsHold() throws Exception {
    assertThat(differing("email_ruby_mail", RUBY)).isEmpty();
  }

  private static List<String> differing(String corpus, String expectations) throws Exception {
    Path folder = SharedData.folder(corpus);
    List<String> lines = expectations.lines().toList();
    List<String> differ = new ArrayList<>();
    for (String line : lines) {
      String[] expected = line.split(" \\| ", -1);
      byte[] mail = Files.readAllBytes(folder.resolve(expected[0]));
      String said = said(mail, expected[1]);
      boolean agrees =
          expected[1].equals("text") ? said.contains(expected[2]) : said.equals(expected[2]);
      if (!agrees) {
        differ.add("%s, but %s".formatted(line, said));
      }
    }

    System.out.printf(
        "%s: %d of %d expectations hold%n", corpus, lines.size() - differ.size(), lines.size());
    return differ;
  }

  private static String said(byte[] mail, String field) throws Exception {
    Message read = MailFormats.read(mail, "mail.eml").messages().get(0);
    return switch (field) {
      case "from" -> read.from().mailbox();
      case "to" -> mailboxes(read.to());
      case "cc" -> mailboxes(read.cc());
      case "subject" -> words(read.subject());
      case "id" -> read.messageId();
      case "reply" -> String.valueOf(read.inReplyTo());
      case "references" -> String.join(" ", read.references());
      case "date" -> String.valueOf(read.sentAt());
      case "attachments" -> String.valueOf(read.attachmentCount());
      case "text" -> words(read.body() + "\n" + read.quoted() + "\n" + read.signature());
      case "parts" -> parts(MimeParser.parse(mail));
      default -> throw new IllegalArgumentException(field);
    };
  }

  /** The types from the outside in. */
  private static String parts(Entity entity) {
    String type = entity.getMimeType().toLowerCase(Locale.ROOT);
    if (entity.getBody() instanceof Entity within) {
      return type + " " + parts(within);
    }

    return entity.getBody() instanceof Multipart multipart
        ? type + multipart.getBodyParts().stream().map(part -> " " + parts(part)).collect(joining())
        : type;
  }

  private static String mailboxes(List<Message.Address> addresses) {
    return addresses.stream().map(Message.Address::mailbox).collect(joining(" "));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
