package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.talktrack.email.MailKind;
import io.talktrack.email.Message;
import io.talktrack.email.Message.Address;
import io.talktrack.mail.UnreadableMailException.Reason;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All answers of services in here are made, after the published schemas. */
class TestJsonMails {
  private static final Address PRIYA = new Address("priya@lumenfold.example", "Priya Nair");
  private static final Address DANA = new Address("dana@brackenhill.example", "Whitlock, Dana");

  @Test
  void gmailThreadIsReadMailByMail() throws Exception {
    MailFile file = read(Mails.fixture("gmail-thread-made.json"));

    assertThat(file.format()).isEqualTo(MailFormat.GMAIL_JSON);
    assertThat(file.problems()).isEmpty();
    assertThat(file.messages())
        .containsExactly(
            new Message(
                "q1@lumenfold.example",
                null,
                List.of("x-gm-thrid/18ecf00d1"),
                Instant.parse("2026-04-14T16:05:00Z"),
                PRIYA,
                List.of(DANA),
                List.of(new Address("owen@brackenhill.example", null)),
                "Angebot für Lagerplanung",
                "Hi Dana,\n\nthe quote is attached: €90k.",
                "",
                "-- \nPriya",
                MailKind.PERSON,
                null,
                1),
            new Message(
                "q2@brackenhill.example",
                "q1@lumenfold.example",
                List.of("x-gm-thrid/18ecf00d1", "q1@lumenfold.example"),
                Instant.parse("2026-04-15T08:00:00Z"),
                DANA,
                List.of(PRIYA),
                List.of(),
                "Re: Angebot für Lagerplanung",
                "太贵了。Too dear.",
                "On Tue, 14 Apr 2026 at 17:05, Priya Nair <priya@lumenfold.example> wrote:\n"
                    + "> the quote is attached",
                "",
                MailKind.PERSON,
                null,
                0));
  }

  @Test
  void gmailRawIsReadAsTheMailThatItHolds() throws Exception {
    byte[] mail = Mails.fixture("reply-gb2312.eml");
    String raw = Base64.getUrlEncoder().withoutPadding().encodeToString(mail);
    Message plain = Mails.read(mail);

    Message read = one("{\"id\":\"a\",\"labelIds\":[\"INBOX\"],\"raw\":\"%s\"}".formatted(raw));

    assertThat(read).isEqualTo(plain);
  }

  @Test
  void whenGmailReceivedItCountsWhereTheMailHasNoDate() throws Exception {
    String raw = base64url("From: a@b.example\nSubject: x\n\nDate: not a header");

    Message read = one("{\"raw\":\"%s\",\"internalDate\":\"1776182700000\"}".formatted(raw));

    assertThat(read.sentAt()).isEqualTo("2026-04-14T16:05:00Z");
  }

  @Test
  void textThatGmailLeftInItsCharsetIsReadByItsLabel() throws Exception {
    String data = Base64.getUrlEncoder().encodeToString("报价太高了".getBytes(Charset.forName("GBK")));

    Message read =
        one(
            """
            {"id": "a", "payload": {"mimeType": "text/plain", "headers": [
              {"name": "From", "value": "a@b.example"},
              {"name": "Content-Type", "value": "text/plain; charset=\\"gb2312\\""}],
              "body": {"size": 10, "data": "%s"}}}
            """
                .formatted(data));

    assertThat(read.body()).isEqualTo("报价太高了");
  }

  @Test
  void gmailLabelsTellDraftsAndPromotions() throws Exception {
    String message = "{\"labelIds\":[\"%s\"],\"raw\":\"%s\"}";
    String raw = base64url("From: a@b.example\n\nx");

    assertThat(one(message.formatted("DRAFT", raw)).kind()).isEqualTo(MailKind.DRAFT);
    assertThat(one(message.formatted("CATEGORY_PROMOTIONS", raw)).kind())
        .isEqualTo(MailKind.NEWSLETTER);
    assertThat(one(message.formatted("SENT", raw)).kind()).isEqualTo(MailKind.PERSON);
  }

  @Test
  void gmailBounceKeepsItsReport() throws Exception {
    Message read =
        one(
            """
            {"payload": {"mimeType": "multipart/report", "headers": [
                {"name": "From", "value": "x@b.example"},
                {"name": "Content-Type",
                 "value": "multipart/report; boundary=b; report-type=delivery-status"}],
              "parts": [
                {"mimeType": "text/plain", "body": {"data": "%s"}},
                {"mimeType": "message/delivery-status", "body": {"attachmentId": "A1"}}]}}
            """
                .formatted(base64url("Not delivered.")));

    assertThat(read.kindRule()).isEqualTo("delivery-report");
    assertThat(read.body()).isEqualTo("Not delivered.");
  }

  @Test
  void graphListIsReadMailByMail() throws Exception {
    MailFile file = read(Mails.fixture("graph-list-made.json"));

    assertThat(file.format()).isEqualTo(MailFormat.GRAPH_JSON);
    assertThat(file.problems()).isEmpty();
    assertThat(file.messages())
        .containsExactly(
            new Message(
                "g1@lumenfold.example",
                null,
                List.of("x-graph-conversation-id/AAQkAD1="),
                Instant.parse("2026-04-14T16:05:00Z"),
                PRIYA,
                List.of(DANA),
                List.of(new Address("owen@brackenhill.example", null)),
                "报价单 \"final\"",
                "Hi Dana,\n\nthe quote is attached: €90k.",
                "",
                "",
                MailKind.PERSON,
                null,
                1),
            new Message(
                "g2@brackenhill.example",
                "g1@lumenfold.example",
                List.of("x-graph-conversation-id/AAQkAD1=", "g1@lumenfold.example"),
                Instant.parse("2026-04-15T08:00:00Z"),
                DANA,
                List.of(PRIYA),
                List.of(),
                "Automatic reply: 报价单 \"final\"",
                "I am away.",
                "",
                "",
                MailKind.AUTO_REPLY,
                "subject-auto-reply",
                0));
  }

  @Test
  void graphTellsDraftsMeetingsAndPrivateMails() throws Exception {
    String message =
        """
        {%s, "sentDateTime": "2026-04-14T16:05:00Z", "toRecipients": [],
         "body": {"contentType": "text", "content": "x"}}
        """;

    assertThat(one(message.formatted("\"isDraft\": true")).kind()).isEqualTo(MailKind.DRAFT);
    assertThat(one(message.formatted("\"meetingMessageType\": \"meetingRequest\"")).kind())
        .isEqualTo(MailKind.NOTIFICATION);
    assertThat(
            one(message.formatted(
                    "\"singleValueExtendedProperties\": [{\"id\": \"Integer 0x36\", \"value\": \"2\"}]"))
                .kind())
        .isEqualTo(MailKind.PRIVATE);
    assertThat(one(message.formatted("\"isDraft\": false")).kind()).isEqualTo(MailKind.PERSON);
  }

  @Test
  void lineThatIsBrokenIsOneProblemAndItsNeighboursGoOn() throws Exception {
    String line = "{\"id\":\"a\",\"raw\":\"" + base64url("From: a@b.example\n\nx") + "\"}\n";
    String listed = "{\"id\":\"b\",\"threadId\":\"t\"}\n";

    MailFile file = read(("{\"id\":\n" + line + listed + line).getBytes(UTF_8));

    assertThat(file.messages()).hasSize(2);
    assertThat(file.problems())
        .containsExactly(
            new MailFile.Problem(0, Reason.MALFORMED, 0),
            new MailFile.Problem(2, Reason.NO_CONTENT, line.length() + 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%1$s, %1$s]",
        "%1$s\n%1$s\n",
        "%1$s\r\n\r\n%1$s",
        "{\"messages\": [%1$s, %1$s]}",
        "{\"threads\": [{\"id\": \"t\", \"messages\": [%1$s]}, {\"messages\": [%1$s]}]}",
        "[{\"id\": \"d\", \"message\": %1$s}, %1$s]",
        "{\"responses\": [{\"id\": \"1\", \"status\": 200, \"body\": %1$s}, {\"body\": %1$s}]}",
        "[[%1$s], [%1$s]]"
      })
  void mailsAreFoundInWhateverListTheyStand(String list) throws Exception {
    String message = "{\"raw\":\"%s\"}".formatted(base64url("From: a@b.example\n\nx"));

    assertThat(read(list.formatted(message).getBytes(UTF_8)).messages()).hasSize(2);
  }

  @Test
  void utf16IsRead() throws Exception {
    String message = "{\"raw\":\"%s\"}".formatted(base64url("From: a@b.example\n\n报价"));

    assertThat(read(message.getBytes(UTF_16)).messages().get(0).body()).isEqualTo("报价");
  }

  @Test
  void otherJsonIsNoMail() {
    assertThat(MailFormats.detect("{\"turns\": [1]}".getBytes(UTF_8), "a.json")).isEmpty();
    assertThat(MailFormats.detect("{".getBytes(UTF_8), "a.json")).isEmpty();
    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(() -> read("{\"payload\": {\"body\": [".getBytes(UTF_8)))
        .withMessage("Cannot read the mail: its MIME structure is broken. Export it again.");
  }

  @Test
  void headerValueCannotBeginAField() throws Exception {
    Message read =
        one(
            """
            {"subject": "x\\r\\nBcc: eve@e.example\\r\\n\\r\\nbody", "sentDateTime": "",
             "internetMessageHeaders": [{"name": "X: y\\nTo", "value": "eve@e.example"}],
             "body": {"contentType": "text", "content": "mine"}}
            """);

    assertThat(read.subject()).isEqualTo("x Bcc: eve@e.example body");
    assertThat(read.to()).isEmpty();
    assertThat(read.body()).isEqualTo("mine");
  }

  @Test
  void bombsOfDepthAreRefusedInTime() {
    String parts = "{\"mimeType\":\"multipart/mixed\",\"parts\":[";
    String deep = "{\"payload\":" + parts.repeat(39) + "{}" + "]}".repeat(39) + "}";
    String deeper = "{\"payload\":" + parts.repeat(500_000);
    long start = System.nanoTime();

    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(() -> read(deeper.getBytes(UTF_8)))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_DEEP));
    assertThatExceptionOfType(UnreadableMailException.class)
        .isThrownBy(() -> one(deep))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_DEEP));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void cutAndChangedAnswersAreReadOrNamedUnreadable() throws Exception {
    Random random = new Random(20_261_122L);
    for (String name : List.of("gmail-thread-made.json", "graph-list-made.json")) {
      byte[] whole = Mails.fixture(name);
      for (int round = 0; round < 500; round++) {
        byte[] json = whole.clone();
        json[random.nextInt(json.length)] = (byte) random.nextInt(256);
        String text = new String(json, ISO_8859_1).substring(0, random.nextInt(json.length));
        readOrNamed(json);
        readOrNamed(text.getBytes(ISO_8859_1));
      }
    }
  }

  private static void readOrNamed(byte[] json) {
    try {
      MailFile file = read(json);
      assertThat(file.messages().size() + file.problems().size()).isPositive();
    } catch (UnreadableMailException named) {
      assertThat(named).hasMessageStartingWith("Cannot read the mail: ");
    }
  }

  private static Message one(String json) throws UnreadableMailException {
    return MailReader.read(JsonMails.read(json.getBytes(UTF_8)).get(0).bytes());
  }

  private static MailFile read(byte[] json) throws UnreadableMailException {
    return MailFormats.read(json, "mails.json");
  }

  private static String base64url(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
