package io.talktrack.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.talktrack.email.MailKind;
import io.talktrack.email.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestMailKinds {
  /** Per rule a header that it marks, as the source of the rule has it. */
  private static final String MARKED =
      """
      sensitivity-private    | PRIVATE      | Sensitivity: Private
      sensitivity-private    | PRIVATE      | Sensitivity: personal
      subject-private        | PRIVATE      | Subject: 【私人】周末
      unsent                 | DRAFT        | X-Unsent: 1
      gmail-draft            | DRAFT        | X-Gmail-Labels: Important,Drafts
      gmail-spam             | SPAM         | X-Gmail-Labels: SPAM
      spam-flag              | SPAM         | X-Spam-Flag: YES
      receipt-report         | NOTIFICATION | Content-Type: multipart/report; boundary=b; report-type=disposition-notification
      delivery-report        | BOUNCE       | Content-Type: multipart/report; report-type=delivery-status; boundary=b
      failed-recipients      | BOUNCE       | X-Failed-Recipients: dana@b.example
      mailer-daemon          | BOUNCE       | From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>
      subject-bounce         | BOUNCE       | Subject: Undeliverable: Quote
      subject-bounce         | BOUNCE       | Subject: =?gb2312?B?zcvQxaO6sai82w==?=
      auto-replied           | AUTO_REPLY   | Auto-Submitted: auto-replied (vacation)
      vacation               | AUTO_REPLY   | X-Autoreply: yes
      autoresponder          | AUTO_REPLY   | X-Autorespond: Quote
      auto-reply-from        | AUTO_REPLY   | X-Autoreply-From: dana@b.example
      mail-autoreply         | AUTO_REPLY   | X-Mail-Autoreply: 1
      precedence-auto-reply  | AUTO_REPLY   | Precedence: auto_reply
      inbox-rule             | AUTO_REPLY   | X-MS-Exchange-Inbox-Rules-Loop: dana@b.example
      subject-auto-reply     | AUTO_REPLY   | Subject: 自动回复：报价单
      subject-auto-reply     | AUTO_REPLY   | Subject: Out of Office: Quote
      list-id                | NEWSLETTER   | List-Id: <news.example>
      list-unsubscribe       | NEWSLETTER   | List-Unsubscribe: <mailto:x@y.example>
      list-post              | NEWSLETTER   | List-Post: <mailto:all@y.example>
      mailing-list           | NEWSLETTER   | Mailing-List: contact all-help@y.example; run by ezmlm
      precedence-bulk        | NEWSLETTER   | Precedence: bulk
      gmail-promotions       | NEWSLETTER   | X-Gmail-Labels: INBOX,CATEGORY_PROMOTIONS
      subject-advertisement  | NEWSLETTER   | Subject: (AD) 新品
      auto-generated         | NOTIFICATION | Auto-Submitted: auto-generated
      suppresses-responses   | NOTIFICATION | X-Auto-Response-Suppress: DR, OOF, AutoReply
      calendar               | NOTIFICATION | Content-Type: text/calendar; method=REPLY
      calendar-class         | NOTIFICATION | Content-Class: urn:content-classes:calendarmessage
      null-sender            | NOTIFICATION | Return-Path: <>
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = MARKED)
  void headerTellsTheKindAndTheRuleIsNamed(String rule, MailKind kind, String header)
      throws Exception {
    Message mail = Mails.read(header + "\nTo: a@b.example\n\nbody");

    assertThat(mail.kindRule()).isEqualTo(rule);
    assertThat(mail.kind()).isEqualTo(kind);
  }

  @Test
  void everyRuleHasItsExampleAndItsSource() {
    List<String> examples = new ArrayList<>();
    MARKED.lines().forEach(line -> examples.add(line.substring(0, line.indexOf('|')).strip()));

    assertThat(MailKinds.standard().rules())
        .allSatisfy(rule -> assertThat(examples).contains(rule.id()))
        .allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Auto-Submitted: no
          Precedence: normal
          Sensitivity: Company-Confidential
          Return-Path: <a@b.example>
          X-Spam-Flag: NO
          X-Unsent: 0
          X-Gmail-Labels: INBOX,Draftsmen
          X-Auto-Response-Suppress: RN
          Subject: Re: automatic replenishment
          Subject: Re: Undeliverable: Quote
          Subject: private equity deal
          Subject: 关于自动回复的报价
          From: Post Master <dana@postmaster.example>
          """)
  void mailsThatAPersonWroteAreNotMarked(String header) throws Exception {
    Message mail = Mails.read(header + "\nTo: a@b.example\n\nbody");

    assertThat(mail.kindRule()).isNull();
    assertThat(mail.kind()).isEqualTo(MailKind.PERSON);
  }

  @Test
  void firstRuleThatAppliesDecides() throws Exception {
    String exchangeReply =
        """
        Subject: Automatic reply: Quote
        Auto-Submitted: auto-generated
        X-Auto-Response-Suppress: All

        I am away.
        """;

    assertThat(Mails.read(exchangeReply).kind()).isEqualTo(MailKind.AUTO_REPLY);
    assertThat(Mails.read("Sensitivity: private\n" + exchangeReply).kind())
        .isEqualTo(MailKind.PRIVATE);
  }

  @Test
  void mistakesInTheRulesAreToldAtOnce() {
    String rules =
        """
        rules:
          - {id: a, kind: PERSONAL, header: X, source: s}
          - {id: a, kind: BOUNCE, header: X, matches: '(', source: s}
        """;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MailKinds.parse(rules))
        .withMessageStartingWith("Cannot use the rules for kinds of mail, 3 problem(s):")
        .withMessageContaining("rules[0].kind: PERSONAL: write one of PERSON, PRIVATE")
        .withMessageContaining("rules[1].id: a: give each rule an id of its own")
        .withMessageContaining("rules[1].matches: (: write a regular expression");
  }
}
