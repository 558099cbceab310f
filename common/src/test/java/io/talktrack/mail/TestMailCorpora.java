package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.talktrack.SharedData;
import io.talktrack.email.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestMailCorpora {

  private static final long SEED = 20_261_122L;
  private static final int MUTATIONS = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL =
      IntStream.range(0, 256).mapToObj(Character::toString).collect(Collectors.joining());
  private static final List<String> NASTY =
      List.of(
          "=?",
          "?=",
          "=?utf-8?B?",
          "\r\n\r\n",
          "\n--",
          "Content-Type: multipart/mixed; boundary=\"\"\n",
          "Content-Type: text/plain; charset=\"\\\"\n",
          "Content-Transfer-Encoding: base64\n",
          "<",
          "(",
          "\"",
          "\0",
          "\nFrom a@b Tue Apr 14 16:05:00 2026\n");

  @ParameterizedTest
  @CsvSource({
    "email_cpython, 47, 1",
    "email_mime4j, 14, 0",
    "email_stalwart, 10, 0",
    "email_ruby_mail, 104, 1",
    "spamassassin, 74, 0"
  })
  void everyMailOfTheCorpusIsReadOrNamedUnreadable(String corpus, int mails, int unreadable)
      throws IOException {
    int files = 0;
    List<String> refused = new ArrayList<>();
    for (Path file : mails(corpus)) {
      files++;
      try {
        MailFile read = MailFormats.read(Files.readAllBytes(file), file.toString());
        assertThat(read.problems()).as("%s", file).isEmpty();
        assertThat(read.messages()).as("%s", file).isNotEmpty();
      } catch (UnreadableMailException e) {
        refused.add(file.getFileName() + " " + e.reason());
      }
    }

    assertThat(files).isEqualTo(mails);
    assertThat(refused).hasSize(unreadable);
  }

  @Test
  void mboxOfFiveMailsEqualsItsFiveFiles() throws Exception {
    Path folder = SharedData.folder("email_mime4j").resolve("mbox/test-1");
    List<Message> apart = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      apart.addAll(
          MailFormats.read(Files.readAllBytes(folder.resolve("mbox.rlug-" + i)), "one.mbox")
              .messages());
    }

    byte[] together = Files.readAllBytes(folder.resolve("mbox.rlug"));

    assertThat(MailFormats.read(together, "mbox.rlug").messages()).isEqualTo(apart).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"json, false", "crlf.json, true"})
  void stalwartsParserReadsTheSame(String suffix, boolean hasReturns) throws Exception {
    Path folder = SharedData.folder("email_stalwart").resolve("rfc");
    int agree = 0;
    List<String> differ = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      byte[] mail = Files.readAllBytes(folder.resolve("00%d.eml".formatted(i)));
      if (hasReturns) {
        String lines = new String(mail, ISO_8859_1).replace("\r\n", "\n");
        mail = lines.replace("\n", "\r\n").getBytes(ISO_8859_1);
      }

      JsonNode expected = JSON.readTree(folder.resolve("00%d.%s".formatted(i, suffix)).toFile());
      Message read = Mails.read(mail);
      Map<String, Boolean> checks =
          Map.of(
              "from", mailboxes(expected, "from").equals(mailboxes(read.from())),
              "to", mailboxes(expected, "to").equals(mailboxes(read.to())),
              "cc", mailboxes(expected, "cc").equals(mailboxes(read.cc())),
              "subject", header(expected, "subject").path("Text").asText().equals(read.subject()),
              "date", Objects.equals(date(expected), read.sentAt()),
              "message-id", header(expected, "message_id").path("Text").asText().equals(id(read)),
              "attachments", attachments(expected) == read.attachmentCount(),
              "text",
                  words(texts(expected)).equals(words(MailText.of(MimeParser.parse(mail)).text())));
      for (Map.Entry<String, Boolean> check : new TreeMap<>(checks).entrySet()) {
        agree += check.getValue() ? 1 : 0;
        if (!check.getValue()) {
          differ.add("00%d %s".formatted(i, check.getKey()));
        }
      }
    }

    System.out.printf("stalwart %s: %d of 80 agree, not %s%n", suffix, agree, differ);
    // text/enriched is text to us, not attached (000); forms of one thing beside one another are
    // not attached (001, 003), nor is a picture within HTML (007)
    assertThat(differ)
        .containsExactly(
            "000 attachments", "000 text", "001 attachments", "003 attachments", "007 attachments");
    assertThat(agree).isEqualTo(75);
  }

  @Test
  void mime4jsOwnExpectationsHold() throws Exception {
    List<String> differ = new ArrayList<>();
    int agree = 0;
    for (Path file : mails("email_mime4j")) {
      Path expected = Path.of(file.toString().replaceFirst("\\.msg$", ".xml"));
      if (!expected.toString().endsWith(".xml")) {
        continue;
      }

      String events = Files.readString(expected, ISO_8859_1).replace("&lt;", "<");
      Message read = Mails.read(Files.readAllBytes(file));
      Map<String, String> ours = new TreeMap<>();
      ours.put("Subject", read.subject());
      ours.put("Message-ID", read.messageId() == null ? "" : "<" + read.messageId() + ">");
      for (Map.Entry<String, String> field : ours.entrySet()) {
        Matcher given =
            Pattern.compile(
                    "(?s)^[^/]*?<header>.*?<field>\\s*%s:([^<]*(?:<[^/][^<]*)?)</field>"
                        .formatted(field.getKey()))
                .matcher(events);
        String value = given.find() ? words(given.group(1).replace("&gt;", ">")) : "";
        if (value.equals(field.getValue())) {
          agree++;
        } else {
          differ.add("%s %s: %s".formatted(file.getFileName(), field.getKey(), value));
        }
      }
    }

    assertThat(differ).isEmpty();
    assertThat(agree).isEqualTo(16);
  }

  @Test
  void mutatedMailsAreReadOrNamedUnreadable() throws Exception {
    List<byte[]> seeds = new ArrayList<>();
    for (String name :
        List.of("reply-gb2312.eml", "outlook-html.eml", "three-mails-one-broken.mbox")) {
      seeds.add(Mails.fixture(name));
    }

    for (String corpus : List.of("email_cpython", "email_ruby_mail", "email_stalwart")) {
      for (Path file : mails(corpus)) {
        seeds.add(Files.readAllBytes(file));
      }
    }

    Random random = new Random(SEED);
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mail = mutated(seeds.get(random.nextInt(seeds.size())), seeds, random);
      String outcome;
      try {
        MailFile file = MailFormats.read(mail, "fuzz.eml");
        outcome = file.problems().isEmpty() ? "read" : "read in part";
      } catch (UnreadableMailException e) {
        outcome = e.reason().name();
      }

      outcomes.merge(outcome, 1, Integer::sum);
    }

    System.out.println("mutated mails: " + outcomes);
    assertThat(outcomes.values().stream().mapToInt(n -> n).sum()).isEqualTo(MUTATIONS);
    assertThat(outcomes.get("read")).isGreaterThan(MUTATIONS / 2);
  }

  private static byte[] mutated(byte[] seed, List<byte[]> seeds, Random random) {
    StringBuilder mail = new StringBuilder(new String(seed, ISO_8859_1));
    for (int n = 1 + random.nextInt(6); n > 0 && !mail.isEmpty(); n--) {
      int at = random.nextInt(mail.length());
      int end = Math.min(mail.length(), at + 1 + random.nextInt(80));
      switch (random.nextInt(6)) {
        case 0 -> mail.setCharAt(at, ALL.charAt(random.nextInt(256)));
        case 1 -> mail.delete(at, end);
        case 2 -> mail.insert(at, mail.substring(at, end).repeat(1 + random.nextInt(20)));
        case 3 -> mail.setLength(at);
        case 4 -> mail.insert(at, NASTY.get(random.nextInt(NASTY.size())));
        default -> {
          byte[] other = seeds.get(random.nextInt(seeds.size()));
          int from = other.length == 0 ? 0 : random.nextInt(other.length);
          int length = Math.min(other.length - from, 400);
          mail.insert(at, new String(other, from, length, ISO_8859_1));
        }
      }
    }

    return mail.toString().getBytes(ISO_8859_1);
  }

  private static JsonNode header(JsonNode mail, String name) {
    for (JsonNode header : mail.path("parts").path(0).path("headers")) {
      if (header.path("name").asText().equals(name)) {
        return header.path("value");
      }
    }

    return MissingNode.getInstance();
  }

  private static String id(Message mail) {
    return mail.messageId() == null ? "" : mail.messageId();
  }

  private static int attachments(JsonNode mail) {
    return mail.path("attachments").size();
  }

  private static List<String> mailboxes(JsonNode mail, String name) {
    return header(mail, name).findParents("address").stream()
        .filter(address -> address.path("address").isTextual())
        .map(address -> address.path("name").asText() + " " + address.path("address").asText())
        .toList();
  }

  private static List<String> mailboxes(Message.Address address) {
    return address == null ? List.of() : mailboxes(List.of(address));
  }

  private static List<String> mailboxes(List<Message.Address> addresses) {
    return addresses.stream().map(address -> address.name() + " " + address.mailbox()).toList();
  }

  private static Instant date(JsonNode mail) {
    JsonNode date = header(mail, "date").path("DateTime");
    if (date.isMissingNode()) {
      return null;
    }

    int minutes = date.path("tz_hour").asInt() * 60 + date.path("tz_minute").asInt();
    return OffsetDateTime.of(
            date.path("year").asInt(),
            date.path("month").asInt(),
            date.path("day").asInt(),
            date.path("hour").asInt(),
            date.path("minute").asInt(),
            date.path("second").asInt(),
            0,
            ZoneOffset.ofTotalSeconds(
                (date.path("tz_before_gmt").asBoolean() ? -60 : 60) * minutes))
        .toInstant();
  }

  private static String texts(JsonNode mail) {
    StringBuilder text = new StringBuilder();
    for (JsonNode part : mail.path("text_body")) {
      JsonNode body = mail.path("parts").path(part.asInt()).path("body");
      text.append(body.path("Text").asText()).append('\n');
      text.append(body.has("Html") ? HtmlText.of(body.path("Html").asText()) : "").append('\n');
    }

    return text.toString();
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static List<Path> mails(String corpus) throws IOException {
    try (Stream<Path> files = Files.walk(SharedData.folder(corpus))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().matches(".*\\.(json|xml)"))
          .sorted()
          .toList();
    }
  }
}
