package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
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
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TestMailCorpora {

  private static final long SEED = 20_261_122L;
  private static final int MUTATIONS = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL =
      IntStream.range(0, 256).mapToObj(Character::toString).collect(joining());
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
    "email_cpython, 47, msg_19.txt NOT_A_MAIL",
    "email_mime4j, 14, ''",
    "email_stalwart, 10, ''",
    "email_ruby_mail, 104, sample_output_multipart EMPTY",
    "spamassassin, 74, ''"
  })
  void everyMailOfTheCorpusIsReadOrNamedUnreadable(String corpus, int mails, String unreadable)
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

    System.out.printf(
        "%s: %d of %d read, refused %s%n", corpus, files - refused.size(), files, refused);
    assertThat(files).isEqualTo(mails);
    assertThat(String.join(", ", refused)).isEqualTo(unreadable);
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

    System.out.printf("stalwart %s: %d of 80 agree%n", suffix, agree);
    assertThat(differ).isEmpty();
    assertThat(agree).isEqualTo(80);
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

    System.out.printf("mime4j fields: %d of %d agree%n", agree, agree + differ.size());
    assertThat(differ).isEmpty();
    assertThat(agree).isEqualTo(16);
  }

  /** A message within a mail is an attachment; what it says is not what the mail says. */
  @Test
  void mime4jsOwnPartsAndTextsHold() throws Exception {
    List<String> differ = new ArrayList<>();
    int agree = 0;
    for (Path file : mails("email_mime4j")) {
      if (!file.toString().endsWith(".msg")) {
        continue;
      }

      String name = file.toString().replaceFirst("\\.msg$", "");
      byte[] mail = Files.readAllBytes(file);
      Element given = xml(Path.of(name + ".xml"));
      Element decoded = xml(Path.of(name + "_decoded.xml"));
      Message read = Mails.read(mail);
      List<String> parts = parts(MimeParser.parse(mail));
      Map<String, Boolean> checks =
          Map.of(
              "parts",
              parts(given).equals(parts),
              "texts",
              decoded.getElementsByTagName("text-body").getLength() == texts(parts),
              "body",
              words(ownText(given)).equals(words(read.body())),
              "attachments",
              attachedMessages(given) == read.attachmentCount());
      for (Map.Entry<String, Boolean> check : new TreeMap<>(checks).entrySet()) {
        agree += check.getValue() ? 1 : 0;
        if (!check.getValue()) {
          differ.add("%s %s".formatted(file.getFileName(), check.getKey()));
        }
      }
    }

    System.out.printf("mime4j parts: %d of %d agree%n", agree, agree + differ.size());
    assertThat(differ).isEmpty();
    assertThat(agree).isEqualTo(32);
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

  private static Element xml(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  /** The parts' types from the outside in, each leaf text with what it decodes to. */
  private static List<String> parts(Element message) {
    List<String> parts = new ArrayList<>();
    String type = field(message, "Content-Type").replaceFirst(";.*", "");
    parts.add(type.isEmpty() ? "text/plain" : type);
    for (Element child : children(message)) {
      switch (child.getTagName()) {
        case "message" -> parts.addAll(parts(child));
        case "multipart" ->
            children(child).stream()
                .filter(part -> part.getTagName().equals("body-part"))
                .forEach(part -> parts.addAll(parts(part)));
        case "body" -> parts.add(decoded(message, child));
        default -> {}
      }
    }

    return parts;
  }

  private static long texts(List<String> parts) {
    return parts.stream().filter("text/plain"::equals).count();
  }

  private static List<String> parts(Entity entity) {
    List<String> parts = new ArrayList<>();
    parts.add(entity.getMimeType());
    if (entity.getBody() instanceof Entity within) {
      parts.addAll(parts(within));
    } else if (entity.getBody() instanceof Multipart multipart) {
      multipart.getBodyParts().forEach(part -> parts.addAll(parts(part)));
    } else if (entity.getBody() instanceof TextBytes text) {
      parts.add(words(text.text()));
    }

    return parts;
  }

  /** What the mail itself says: not what a message within it does. */
  private static String ownText(Element message) {
    StringBuilder text = new StringBuilder();
    for (Element child : children(message)) {
      text.append(
          switch (child.getTagName()) {
            case "body" -> decoded(message, child);
            case "multipart" ->
                children(child).stream().map(TestMailCorpora::ownText).collect(joining(" "));
            default -> "";
          });
    }

    return text.toString();
  }

  private static long attachedMessages(Element message) {
    return field(message, "Content-Type").startsWith("message/") ? 1 : 0;
  }

  private static String decoded(Element message, Element body) {
    String raw = body.getTextContent();
    boolean isBase64 = field(message, "Content-Transfer-Encoding").equalsIgnoreCase("base64");
    return words(isBase64 ? new String(Base64.getMimeDecoder().decode(raw), ISO_8859_1) : raw);
  }

  private static String field(Element message, String name) {
    return children(message).stream()
        .filter(child -> child.getTagName().equals("header"))
        .flatMap(header -> children(header).stream())
        .map(field -> words(field.getTextContent()))
        .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
        .map(field -> field.substring(field.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static List<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
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
