package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.stream.Field;

/** The fields of a mail's header, from their raw bytes, so that 8-bit text survives. */
final class MailHeader {
  private static final int LOOKED_AT = 64 * 1024;
  private static final Set<String> MAIL_FIELDS =
      Set.of(
          "from",
          "to",
          "cc",
          "bcc",
          "subject",
          "date",
          "sender",
          "reply-to",
          "message-id",
          "in-reply-to",
          "references",
          "received",
          "return-path",
          "delivered-to",
          "mime-version",
          "content-type");

  private final Entity entity;

  MailHeader(Entity entity) {
    this.entity = entity;
  }

  /** Whether the bytes begin with a header in which at least one field is a mail's. */
  static boolean startsOneMail(byte[] content) {
    int length = Math.min(content.length, LOOKED_AT);
    String start = new String(content, 0, length, ISO_8859_1).stripLeading();
    if (start.startsWith("ï»¿")) {
      start = start.substring(3);
    }

    for (String line : start.split("\r\n|\n|\r", -1)) {
      if (line.isBlank()) {
        return false;
      }

      int colon = line.indexOf(':');
      if (colon > 0
          && MAIL_FIELDS.contains(line.substring(0, colon).strip().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }

    return false;
  }

  /** Whether a line of the form {@code Name: value} begins at this byte. */
  static boolean isField(byte[] content, int line) {
    int i = line;
    while (i < content.length && content[i] > ' ' && content[i] < 127 && content[i] != ':') {
      i++;
    }

    return i > line && i < content.length && content[i] == ':';
  }

  /** The field's decoded text, empty where the mail has none. */
  String text(String name) {
    return HeaderText.decode(raw(name)).strip();
  }

  /** The field's unfolded bytes, empty where the mail has none. */
  byte[] raw(String name) {
    Field field = entity.getHeader().getField(name);
    return field == null ? new byte[0] : unfolded(field);
  }

  /** Each field of that name; some mailers repeat To and Cc instead of folding them. */
  List<byte[]> all(String name) {
    return entity.getHeader().getFields(name).stream().map(MailHeader::unfolded).toList();
  }

  boolean has(String name) {
    return entity.getHeader().getField(name) != null;
  }

  private static byte[] unfolded(Field field) {
    if (field.getRaw() == null) {
      // written anew by ContinuedParameters
      return field.getBody().getBytes(UTF_8);
    }

    byte[] raw = field.getRaw().toByteArray();
    ByteArrayOutputStream value = new ByteArrayOutputStream(raw.length);
    int i = 0;
    while (i < raw.length && raw[i] != ':') {
      i++;
    }

    for (i++; i < raw.length; i++) {
      if (raw[i] != '\r' && raw[i] != '\n') {
        value.write(raw[i]);
      }
    }

    return value.toByteArray();
  }
}
