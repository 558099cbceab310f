package io.talktrack.mail;

import static io.talktrack.mail.UnreadableMailException.Reason.NO_CONTENT;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a Microsoft Graph message (v1.0), with its internet headers where they were asked for. */
final class GraphMail {
  private static final Set<String> FIELDS =
      Set.of(
          "internetMessageId",
          "toRecipients",
          "ccRecipients",
          "bodyPreview",
          "sentDateTime",
          "receivedDateTime",
          "conversationId",
          "conversationIndex",
          "internetMessageHeaders",
          "hasAttachments");

  /** PidTagSensitivity in MS-OXPROPS; 0 is normal. */
  private static final String SENSITIVITY = "integer 0x36";

  private static final Map<String, String> SENSITIVITIES =
      Map.of("1", "Personal", "2", "Private", "3", "Company-Confidential");
  private static final Pattern REPORT =
      Pattern.compile("(?i)\\s*multipart/report\\b.*?report-type\\s*=\\s*\"?([\\w-]{1,60})\"?.*");

  private final JsonNode message;
  private final Rfc822 mail = new Rfc822();

  private GraphMail(JsonNode message) {
    this.message = message;
  }

  static boolean isField(String name) {
    return FIELDS.contains(name);
  }

  static byte[] bytes(JsonNode message) throws UnreadableMailException {
    return new GraphMail(message).bytes();
  }

  private byte[] bytes() throws UnreadableMailException {
    JsonNode body = message.has("body") ? message.path("body") : message.path("uniqueBody");
    if (!body.has("content")) {
      throw new UnreadableMailException(NO_CONTENT);
    }

    mail.field("MIME-Version", "1.0");
    mail.field("Message-ID", message.path("internetMessageId").asText(""));
    mail.field("Date", date());
    mail.field("From", mailboxes(List.of(from())));
    mail.field("To", mailboxes(message.path("toRecipients")));
    mail.field("Cc", mailboxes(message.path("ccRecipients")));
    mail.field("Subject", message.path("subject").asText(""));
    mail.field("Sensitivity", sensitivity());
    mail.field("X-Unsent", message.path("isDraft").asBoolean() ? "1" : "");
    mail.field("X-Graph-Conversation-Id", message.path("conversationId").asText(""));
    mail.field("Thread-Index", message.path("conversationIndex").asText(""));
    mail.field("Content-Class", isMeeting() ? "urn:content-classes:calendarmessage" : "");
    String type = internetHeaders();
    write(body, attachments(), REPORT.matcher(type));
    return mail.mail();
  }

  /** Writes the internet headers that no property has said, and gives the Content-Type. */
  private String internetHeaders() {
    String type = "";
    for (JsonNode header : message.path("internetMessageHeaders")) {
      String name = header.path("name").asText();
      String value = header.path("value").asText();
      if (name.equalsIgnoreCase("Content-Type")) {
        type = value;
      } else if (!mail.has(name) && !name.toLowerCase(Locale.ROOT).startsWith("content-")) {
        mail.field(name, value);
      }
    }

    return type;
  }

  private void write(JsonNode body, int attachments, Matcher report) {
    boolean isHtml = body.path("contentType").asText().equalsIgnoreCase("html");
    String type = isHtml ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
    byte[] content = body.path("content").asText().getBytes(UTF_8);
    boolean isReport = report.matches();
    if (attachments == 0 && !isReport) {
      mail.body(type, "", content);
      return;
    }

    String boundary =
        isReport
            ? mail.beginParts("multipart/report", "; report-type=" + report.group(1))
            : mail.beginParts("multipart/mixed", "");
    mail.beginPart(boundary);
    mail.body(type, "", content);
    for (int i = 0; i < attachments; i++) {
      mail.beginPart(boundary);
      mail.attachment();
    }

    mail.endParts(boundary);
  }

  /** Exact where the export was told to expand them, else one for "some". */
  private int attachments() {
    if (message.path("attachments").isArray()) {
      int attached = 0;
      for (JsonNode attachment : message.path("attachments")) {
        attached += attachment.path("isInline").asBoolean() ? 0 : 1;
      }

      return attached;
    }

    return message.path("hasAttachments").asBoolean() ? 1 : 0;
  }

  private String date() {
    for (String field : List.of("sentDateTime", "receivedDateTime", "createdDateTime")) {
      String date = message.path(field).asText("");
      // Exchange writes the year 1 where it knows none
      if (MailDates.read(date) != null) {
        return date;
      }
    }

    return "";
  }

  private JsonNode from() {
    return message.path("from").has("emailAddress") ? message.path("from") : message.path("sender");
  }

  private String sensitivity() {
    for (JsonNode property : message.path("singleValueExtendedProperties")) {
      if (property.path("id").asText().equalsIgnoreCase(SENSITIVITY)) {
        return SENSITIVITIES.getOrDefault(property.path("value").asText(), "");
      }
    }

    return "";
  }

  private boolean isMeeting() {
    return message.has("meetingMessageType")
        || message.path("@odata.type").asText().startsWith("#microsoft.graph.eventMessage");
  }

  private static String mailboxes(Iterable<JsonNode> recipients) {
    List<String> mailboxes = new ArrayList<>();
    for (JsonNode recipient : recipients) {
      JsonNode address = recipient.path("emailAddress");
      String name = address.path("name").asText("").replaceAll("([\"\\\\])", "\\\\$1");
      String mailbox = address.path("address").asText("").replaceAll("[<>\\s]", "");
      if (!mailbox.isEmpty()) {
        mailboxes.add("\"%s\" <%s>".formatted(name, mailbox));
      }
    }

    return String.join(", ", mailboxes);
  }
}
