package io.talktrack.mail;

import static io.talktrack.mail.UnreadableMailException.Reason.EMPTY;
import static io.talktrack.mail.UnreadableMailException.Reason.HEADER_TOO_LONG;
import static io.talktrack.mail.UnreadableMailException.Reason.NOT_A_MAIL;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_DEEP;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_LARGE;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_MANY_HEADERS;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_MANY_PARTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.talktrack.email.MailKind;
import io.talktrack.email.Message;
import io.talktrack.email.Message.Address;
import io.talktrack.mail.UnreadableMailException.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestMailFormats {
  @Test
  void chineseReplyIsReadWhole() throws Exception {
    Message mail = Mails.read(Mails.fixture("reply-gb2312.eml"));

    assertThat(mail)
        .isEqualTo(
            new Message(
                "zm-2@minhe.example",
                "lf-1@lumenfold.example",
                List.of("lf-0@lumenfold.example", "lf-1@lumenfold.example"),
                Instant.parse("2026-04-15T01:12:33Z"),
                new Address("zhao.min@minhe.example", "赵敏"),
                List.of(new Address("chen.siyuan@lumenfold.example", "chen.siyuan")),
                List.of(),
                "答复: 报价单",
                "陈经理，您好：\n\n报价我们看过了，比仓云贵了两成，能不能再谈谈账期？",
                """
                发件人: 陈思远 <chen.siyuan@lumenfold.example>
                发送时间: 2026年4月14日 17:05
                收件人: 赵敏 <zhao.min@minhe.example>
                主题: 报价单

                赵总，附件是报价单。\
                """,
                "此致\n敬礼\n\n赵敏\n采购部",
                MailKind.PERSON,
                null,
                0));
  }

  @Test
  void outlookHtmlReplyIsParted() throws Exception {
    Message mail = Mails.read(Mails.fixture("outlook-html.eml"));

    assertThat(mail.from())
        .isEqualTo(new Address("dana.whitlock@brackenhill.example", "Whitlock, Dana"));
    assertThat(mail.to())
        .containsExactly(
            new Address("priya.nair@lumenfold.example", "Priya Nair"),
            new Address("owen.pike@brackenhill.example", "Owen Pike"));
    assertThat(mail.body())
        .isEqualTo("Hi Priya,\n\nThe price works, but €90k needs our CFO.\nCan we talk on Friday?");
    assertThat(mail.signature())
        .isEqualTo("Kind regards,\nDana Whitlock\nHead of Operations | Brackenhill Foods");
    assertThat(mail.quoted())
        .startsWith("From: Priya Nair")
        .endsWith("Dana, here is the quote.")
        .doesNotContain("alert");
    assertThat(mail.attachmentCount()).isEqualTo(1);
    assertThat(mail.kind()).isEqualTo(MailKind.PERSON);
  }

  @Test
  void brokenRecordOfAnMboxIsOneProblemAndItsNeighboursGoOn() throws Exception {
    byte[] mbox = Mails.fixture("three-mails-one-broken.mbox");

    MailFile file = MailFormats.read(mbox, "export.mbox");

    int broken = new String(mbox, UTF_8).indexOf("From - ");
    assertThat(file.format()).isEqualTo(MailFormat.MBOX);
    assertThat(file.messages())
        .extracting(Message::subject)
        .containsExactly("Quote", "Automatic reply: Quote");
    assertThat(file.messages())
        .extracting(Message::kind)
        .containsExactly(MailKind.PERSON, MailKind.AUTO_REPLY);
    assertThat(file.messages().get(0).body())
        .isEqualTo("Hi Dana,\n\nFrom here it is two weeks to go-live.");
    assertThat(file.problems()).containsExactly(new MailFile.Problem(1, NOT_A_MAIL, broken));
  }

  @Test
  void sentenceThatLooksLikeAFromLineDoesNotCutTheMail() throws Exception {
    String mbox =
        """
        From a@b.example Tue Apr 14 16:05:00 2026
        From: a@b.example
        Subject: x

        one line
        From Leeds it was 14 Apr at 16:05 in 2026
        and so on
        """;

    MailFile file = MailFormats.read(mbox.getBytes(UTF_8), "a.mbox");

    assertThat(file.messages()).hasSize(1);
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void formatIsToldByContentAndNotByName() throws Exception {
    assertThat(MailFormats.detect(Mails.fixture("reply-gb2312.eml"), "x.mbox"))
        .contains(MailFormat.EML);
    assertThat(MailFormats.detect(Mails.fixture("three-mails-one-broken.mbox"), "x.eml"))
        .contains(MailFormat.MBOX);
    assertThat(MailFormats.detect("WEBVTT\n\n00:00 --> 00:01\nhi".getBytes(UTF_8), "a.eml"))
        .isEmpty();
  }

  @Test
  void whatIsNoMailIsRefusedWithTheNextStep() {
    assertRefused(new byte[0], EMPTY);
    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(() -> MailFormats.read("secret words".getBytes(UTF_8), "a.eml"))
        .withMessage(
            "Cannot read the mail: it has no mail header (From, To, Subject, Date, …)."
                + " Put .eml, mbox, Maildir, Gmail or Graph JSON files under emails/.")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(NOT_A_MAIL));
  }

  @Test
  void limitsHold() {
    String head = "From: a@b.example\n";
    byte[] large = new byte[MimeParser.MAX_BYTES + 1];
    Arrays.fill(large, (byte) 'a');
    System.arraycopy((head + "\n").getBytes(UTF_8), 0, large, 0, head.length() + 1);

    assertRefused(large, TOO_LARGE);
    assertRefused((head + "X: y\n".repeat(2_001) + "\nbody").getBytes(UTF_8), TOO_MANY_HEADERS);
    assertRefused(
        (head + "X: " + "y\n ".repeat(200_000) + "\n\nbody").getBytes(UTF_8), HEADER_TOO_LONG);
    assertRefused(nested(40).getBytes(UTF_8), TOO_DEEP);
    assertRefused(
        (head
                + "Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\n\nx\n".repeat(2_001)
                + "--b--")
            .getBytes(UTF_8),
        TOO_MANY_PARTS);
  }

  @Test
  void thirtyLevelsAreStillRead() throws Exception {
    assertThat(Mails.read(nested(25)).body()).isEqualTo("deep");
  }

  @Test
  void continuedBoundaryAndCharsetAreUnderstood() throws Exception {
    String mail =
        """
        From: a@b.example
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary*0="ou"; boundary*1*=us-ascii''t%65r

        --outer
        Content-Type: text/plain; charset*=us-ascii'en'GB2312
        Content-Transfer-Encoding: quoted-printable

        =C4=E3=BA=C3
        --outer--
        """;

    assertThat(Mails.read(mail).body()).isEqualTo("你好");
  }

  @Test
  void flowedLinesAreJoined() throws Exception {
    String mail =
        """
        From: a@b.example
        Content-Type: text/plain; charset=utf-8; format=flowed

        We would like to \nsee it \non site.
        New line.
        > quoted \n> words
        -- \nDana
        """;

    Message message = Mails.read(mail);

    assertThat(message.body()).isEqualTo("We would like to see it on site.\nNew line.");
    assertThat(message.quoted()).isEqualTo("> quoted words");
    assertThat(message.signature()).isEqualTo("-- \nDana");
  }

  @Test
  void mailsOfOneOutlookConversationShareAReference() throws Exception {
    String start = "AdwBAgMEBQYHCAkKCwwNDg8QERITFA";
    Message first = Mails.read("From: a@b.example\nThread-Index: " + start + "==\n\nx");
    Message answer = Mails.read("From: a@b.example\nThread-Index: " + start + "AAAAAAE=\n\nx");
    Message none = Mails.read("From: a@b.example\nThread-Index: AdwB\n\nx");

    assertThat(first.references())
        .containsExactly("thread-index/01dc0102030405060708090a0b0c0d0e0f1011121314");
    assertThat(answer.references()).isEqualTo(first.references());
    assertThat(none.references()).isEmpty();
  }

  @Test
  void enrichedTextIsReadOnlyWhereNothingElseSpeaks() throws Exception {
    String enriched = "Content-Type: text/enriched\n\n<bold>forty</bold> seats";

    Message alone = Mails.read(multipart("mixed", enriched));
    Message beside = Mails.read(multipart("mixed", "Content-Type: text/plain\n\nhello", enriched));

    assertThat(alone.body()).isEqualTo("forty seats");
    assertThat(alone.attachmentCount()).isZero();
    assertThat(beside.body()).isEqualTo("hello");
    assertThat(beside.attachmentCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<img src=\"cid:logo@x\">, 0",
        "<img src=cid:logo%40x>, 0",
        "<p style='background: url(CID:logo@x)'>, 0",
        "<img src=\"cid:other@x\">, 1",
        "logo@x, 1"
      })
  void pictureThatThePageDoesNotShowIsAttached(String page, int attached) throws Exception {
    Message mail =
        Mails.read(
            multipart(
                "related",
                "Content-Type: text/html\n\n<p>hello</p>" + page,
                "Content-Type: image/png\nContent-ID: <logo@x>\n\nabc"));

    assertThat(mail.attachmentCount()).isEqualTo(attached);
  }

  @ParameterizedTest
  @CsvSource({
    "text/calendar, 0",
    "text/html, 0",
    "image/png, 0",
    "application/pgp-signature, 0",
    "text/enriched, 1",
    "application/pdf, 1",
    "message/external-body, 1"
  })
  void fileAmongTheFormsOfATextIsAttached(String type, int attached) throws Exception {
    String form = "Content-Type: %s\n\nabc".formatted(type);
    String mail = multipart("alternative", "Content-Type: text/plain\n\nhello", form);

    assertThat(Mails.read(mail).body()).isEqualTo("hello");
    assertThat(Mails.read(mail).attachmentCount()).isEqualTo(attached);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\nforty seats, naïve",
        "From: a@b.example\nSubject: hi\nnot a field\nTo: c@b.example\nforty seats, naïve",
        "From  : a@b.example\nTo: c@b.example,\n d@b.example\nforty seats, naïve"
      })
  void wordsStayWhereBoundaryOrBlankLineIsMissing(String mail) throws Exception {
    assertThat(Mails.read(mail).body()).isEqualTo("forty seats, naïve");
    assertThat(Mails.read(mail).from().mailbox()).isEqualTo("a@b.example");
  }

  private static String multipart(String type, String... parts) {
    String head = "From: a@b.example\nContent-Type: multipart/%s; boundary=b\n\n".formatted(type);
    return head + "--b\n" + String.join("\n--b\n", parts) + "\n--b--\n";
  }

  @Test
  void attachedMailAndAttachedTextAreAttachments() throws Exception {
    String mail =
        """
        From: a@b.example
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        first
        --b
        Content-Type: text/plain; name="notes.txt"
        Content-Disposition: attachment

        not mine
        --b
        Content-Type: message/rfc822

        Subject: inner

        inner text
        --b
        Content-Type: text/plain
        Content-Disposition: inline

        second
        --b--
        """;

    Message message = Mails.read(mail);

    assertThat(message.body()).isEqualTo("first\n\nsecond");
    assertThat(message.attachmentCount()).isEqualTo(2);
  }

  private static String nested(int levels) {
    StringBuilder mail = new StringBuilder("From: a@b.example\n");
    for (int i = 0; i < levels; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%02d\n\n--b%02d\n".formatted(i, i));
    }

    return mail.append("Content-Type: text/plain\n\ndeep\n").toString();
  }

  private static void assertRefused(byte[] mail, Reason reason) {
    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(() -> MailFormats.read(mail, "a.eml"))
        .withMessageStartingWith("Cannot read the mail: ")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
