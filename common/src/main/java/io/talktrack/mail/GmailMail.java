package io.talktrack.mail;

import static io.talktrack.mail.UnreadableMailException.Reason.NO_CONTENT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Gmail API message ({@code users.messages}, v1) in {@code format=raw} or {@code full}.
 *
 * <p>Gmail has undone the parts' transfer encoding and mostly, but not always, their charset.
 */
final class GmailMail {
  private static final Set<String> FIELDS =
      Set.of("raw", "payload", "labelIds", "historyId", "internalDate", "threadId", "sizeEstimate");
  private static final Pattern DATE = Pattern.compile("(?im)^date[ \\t]*:");
  private static final Pattern HEADER_END = Pattern.compile("\\r?\\n\\r?\\n");
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\*?\\d?\\*?\\s*=\\s*\"?([^\";\\s]{1,60})\"?");
  private static final Pattern REPORT_TYPE =
      Pattern.compile("(?i);\\s*report-type\\s*=\\s*\"?([\\w-]{1,60})\"?");

  private final JsonNode message;
  private final Rfc822 mail = new Rfc822();

  private GmailMail(JsonNode message) {
    this.message = message;
  }

  static boolean isField(String name) {
    return FIELDS.contains(name);
  }

  /** The mail's bytes, with what Gmail knows beside them as fields that its own exports have. */
  static byte[] bytes(JsonNode message) throws UnreadableMailException {
    return new GmailMail(message).bytes();
  }

  private byte[] bytes() throws UnreadableMailException {
    mail.field("X-GM-THRID", message.path("threadId").asText());
    mail.field("X-Gmail-Labels", labels());
    String raw = message.path("raw").asText();
    if (!raw.isBlank()) {
      return around(decoded(raw));
    }

    JsonNode payload = message.path("payload");
    if (!payload.has("body") && !payload.has("parts")) {
      throw new UnreadableMailException(NO_CONTENT);
    }

    for (JsonNode header : payload.path("headers")) {
      String name = header.path("name").asText();
      if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
        mail.field(name, header.path("value").asText());
      }
    }

    if (!mail.has("Date")) {
      mail.field("Date", received());
    }

    mail.field("MIME-Version", "1.0");
    write(payload);
    return mail.mail();
  }

  private byte[] around(byte[] raw) {
    String text = new String(raw, ISO_8859_1);
    Matcher end = HEADER_END.matcher(text);
    if (!DATE.matcher(end.find() ? text.substring(0, end.start()) : text).find()) {
      mail.field("Date", received());
    }

    return (new String(mail.mail(), ISO_8859_1) + text).getBytes(ISO_8859_1);
  }

  private void write(JsonNode part) {
    String type = part.path("mimeType").asText("text/plain");
    boolean isMultipart = type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    if (isMultipart && !part.path("parts").isEmpty()) {
      Matcher report = REPORT_TYPE.matcher(header(part, "Content-Type"));
      String boundary =
          mail.beginParts(type, report.find() ? "; report-type=" + report.group(1) : "");
      for (JsonNode child : part.path("parts")) {
        mail.beginPart(boundary);
        write(child);
      }

      mail.endParts(boundary);
      return;
    }

    String disposition = header(part, "Content-Disposition");
    boolean isFile = !part.path("filename").asText().isBlank();
    if (disposition.isBlank() && isFile) {
      mail.attachment();
    } else if (type.toLowerCase(Locale.ROOT).startsWith("text/")) {
      byte[] content = decoded(part.path("body").path("data").asText());
      mail.body(typeOf(part, type, content), disposition, content);
    } else {
      mail.body(isMultipart ? "application/octet-stream" : type, disposition, null);
    }
  }

  private static String typeOf(JsonNode part, String type, byte[] content) {
    String written = header(part, "Content-Type");
    Matcher charset = CHARSET.matcher(written);
    String label = charset.find() ? charset.group(1) : "";
    String others = written.isBlank() ? type : CHARSET.matcher(written).replaceAll("");
    String read = MailCharset.isUtf8(content) || label.isEmpty() ? "utf-8" : label;
    return "%s; charset=\"%s\"".formatted(others, read);
  }

  private String labels() {
    List<String> labels = new ArrayList<>();
    message.path("labelIds").forEach(label -> labels.add(label.asText()));
    return String.join(",", labels);
  }

  private String received() {
    long millis = message.path("internalDate").asLong();
    return millis > 0 ? Instant.ofEpochMilli(millis).toString() : "";
  }

  private static String header(JsonNode part, String name) {
    for (JsonNode header : part.path("headers")) {
      if (header.path("name").asText().equalsIgnoreCase(name)) {
        return header.path("value").asText();
      }
    }

    return "";
  }

  private static byte[] decoded(String base64url) {
    return HeaderText.base64(base64url.replace('-', '+').replace('_', '/'));
  }
}
