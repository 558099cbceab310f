package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.SharedData;
import io.talktrack.email.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reads every mail of the peers a second time by a reader that knows nothing but RFC 5322's plain
 * forms, and compares wherever that one understands a field at all.
 */
class TestMailPeers {
  private static final Pattern FIELD = Pattern.compile("([!-9;-~]+)[ \\t]*:(.*)", Pattern.DOTALL);
  private static final Pattern PLAIN_MAILBOX =
      Pattern.compile("(?:[\\w .'-]*<([\\w.+=-]+@[\\w.-]+)>|([\\w.+=-]+@[\\w.-]+))");
  private static final Pattern PLAIN_ID = Pattern.compile("<([^<>\\s()]+@[^<>\\s()]+)>");

  @ParameterizedTest
  @CsvSource({
    "email_cpython, 46",
    "email_mime4j, 13",
    "email_stalwart, 10",
    "email_ruby_mail, 103",
    "spamassassin, 74"
  })
  void plainFieldsSayTheSameToBothReaders(String corpus, int mails) throws IOException {
    Map<String, Integer> agreed = new TreeMap<>();
    List<String> differ = new ArrayList<>();
    int read = 0;
    for (Path file : files(corpus)) {
      byte[] content = Files.readAllBytes(file);
      Message message;
      try {
        message = MailFormats.read(content, file.toString()).messages().get(0);
      } catch (UnreadableMailException e) {
        continue;
      }

      read++;
      Map<String, String> ours = said(message);
      expected(new String(content, ISO_8859_1))
          .forEach(
              (field, value) -> {
                if (value.equals(ours.get(field))) {
                  agreed.merge(field, 1, Integer::sum);
                } else {
                  differ.add("%s %s: %s".formatted(file.getFileName(), field, value));
                }
              });
    }

    System.out.printf("%s: %d mails, fields that agree %s%n", corpus, read, agreed);
    assertThat(differ).isEmpty();
    assertThat(read).isEqualTo(mails);
  }

  private static Map<String, String> said(Message message) {
    Map<String, String> said = new TreeMap<>();
    said.put("subject", words(message.subject()));
    said.put("message-id", String.valueOf(message.messageId()));
    said.put("in-reply-to", String.valueOf(message.inReplyTo()));
    said.put("date", String.valueOf(message.sentAt()));
    said.put("from", message.from() == null ? "" : message.from().mailbox());
    said.put("to", mailboxes(message.to()));
    said.put("cc", mailboxes(message.cc()));
    // what was parted may stand in another order
    said.put("text", sorted(message.body() + "\n" + message.quoted() + "\n" + message.signature()));
    return said;
  }

  private static Map<String, String> expected(String mail) {
    Map<String, List<String>> header = new LinkedHashMap<>();
    String text = mail.replace("\r\n", "\n").replaceFirst("^From .*\n", "").stripLeading();
    int blank = text.indexOf("\n\n");
    String[] fields = (blank < 0 ? text : text.substring(0, blank)).split("\n(?![ \\t])", -1);
    for (String field : fields) {
      Matcher matcher = FIELD.matcher(field);
      if (!matcher.matches()) {
        return Map.of();
      }

      header
          .computeIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(matcher.group(2).replace("\n", ""));
    }

    Map<String, String> expected = new TreeMap<>();
    header.forEach(
        (name, values) -> {
          String value = values.get(0);
          boolean isPlain =
              values.size() == 1
                  && value.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\t')
                  && !value.contains("=?");
          if (isPlain) {
            put(expected, name, value);
          }
        });
    boolean isAscii = text.chars().allMatch(c -> c < 128);
    if (blank >= 0 && isAscii && isPlainText(header)) {
      expected.put("text", sorted(text.substring(blank + 2)));
    }

    return expected;
  }

  private static void put(Map<String, String> expected, String name, String value) {
    Matcher id = PLAIN_ID.matcher(value.strip());
    switch (name) {
      case "subject" -> expected.put(name, words(value));
      case "message-id", "in-reply-to" -> {
        if (id.matches()) {
          expected.put(name, id.group(1));
        }
      }
      case "from", "to", "cc" -> {
        List<String> mailboxes = mailboxes(value);
        if (!mailboxes.isEmpty()) {
          expected.put(name, name.equals("from") ? mailboxes.get(0) : String.join(", ", mailboxes));
        }
      }
      case "date" -> {
        // it takes a year of two digits for one of antiquity
        if (!value.matches(".*\\b\\d{4}\\b.*")) {
          return;
        }

        try {
          String date = words(value).replaceFirst(" \\([A-Z]+\\)$", "");
          expected.put(
              name,
              OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                  .toInstant()
                  .toString());
        } catch (DateTimeException notOfThePlainForm) {
          expected.remove(name);
        }
      }
      default -> {}
    }
  }

  /** None where one of them is not plain. */
  private static List<String> mailboxes(String value) {
    List<String> mailboxes = new ArrayList<>();
    for (String one : value.split(",", -1)) {
      Matcher matcher = PLAIN_MAILBOX.matcher(one.strip());
      if (!matcher.matches()) {
        return List.of();
      }

      String mailbox = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      mailboxes.add(mailbox.toLowerCase(Locale.ROOT));
    }

    return mailboxes;
  }

  private static boolean isPlainText(Map<String, List<String>> header) {
    String type = String.join("", header.getOrDefault("content-type", List.of("text/plain")));
    String encoding = String.join("", header.getOrDefault("content-transfer-encoding", List.of()));
    return type.strip()
            .toLowerCase(Locale.ROOT)
            .matches("text/plain(?:;\\s*charset=\"?us-ascii\"?)?")
        && Set.of("", "7bit").contains(encoding.strip().toLowerCase(Locale.ROOT))
        && !header.containsKey("content-disposition");
  }

  private static String mailboxes(List<Message.Address> addresses) {
    return String.join(", ", addresses.stream().map(Message.Address::mailbox).toList());
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String sorted(String text) {
    return String.join(" ", Stream.of(words(text).split(" ", -1)).sorted().toList());
  }

  private static List<Path> files(String corpus) throws IOException {
    try (Stream<Path> files = Files.walk(SharedData.folder(corpus))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().matches(".*\\.(json|xml)|.*/mbox\\.rlug"))
          .sorted()
          .toList();
    }
  }
}
