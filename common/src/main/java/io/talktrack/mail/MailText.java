package io.talktrack.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.stream.Field;

/**
 * What a mail says, as plain text, and what it carries besides.
 *
 * @param attachmentCount parts that a reader would have to open; pictures within the text and
 *     signatures of machines are none
 */
record MailText(String text, int attachmentCount) {
  private static final MailText NOTHING = new MailText("", 0);

  /** Parts that belong to the mail's own mechanics. */
  private static final Set<String> MECHANICS =
      Set.of(
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-encrypted",
          "message/delivery-status",
          "message/disposition-notification",
          "message/feedback-report",
          "text/rfc822-headers",
          "message/rfc822-headers");

  static MailText of(Entity entity) {
    Body body = entity.getBody();
    if (isAttached(entity) || body instanceof Message) {
      return new MailText("", 1);
    }

    if (body instanceof Multipart multipart) {
      List<Entity> parts = multipart.getBodyParts();
      return switch (multipart.getSubType().toLowerCase(Locale.ROOT)) {
        case "alternative" -> chosen(parts);
        case "related" -> related(parts);
        case "report" -> report(parts);
        default -> joined(parts.stream().map(MailText::of).toList());
      };
    }

    if (body instanceof TextBytes bytes) {
      return text(entity, bytes);
    }

    return new MailText("", isMechanics(entity) ? 0 : 1);
  }

  private static MailText text(Entity entity, TextBytes bytes) {
    return switch (type(entity)) {
      case "text/plain" ->
          new MailText(FlowedText.of(bytes.text(), parameter(entity, "format")), 0);
      case "text/html" -> new MailText(HtmlText.of(bytes.text()), 0);
      case "text/enriched", "text/richtext" ->
          new MailText(bytes.text().replaceAll("<[^<>]{0,200}>", ""), 0);
      case "text/markdown", "text/x-markdown" -> new MailText(bytes.text(), 0);
      default -> new MailText("", isMechanics(entity) ? 0 : 1);
    };
  }

  /** The plain one unless it is empty, else the last that says anything: the richest. */
  private static MailText chosen(List<Entity> parts) {
    List<MailText> texts = parts.stream().map(MailText::of).toList();
    String chosen = "";
    for (int i = texts.size() - 1; i >= 0 && chosen.isBlank(); i--) {
      chosen = texts.get(i).text;
    }

    for (int i = texts.size() - 1; i >= 0; i--) {
      if (isPlain(parts.get(i)) && !texts.get(i).text.isBlank()) {
        chosen = texts.get(i).text;
      }
    }

    // an invitation or a picture beside the text says the same in another form
    int attached = 0;
    for (int i = 0; i < parts.size(); i++) {
      boolean isLeaf = !parts.get(i).isMultipart();
      attached += isLeaf && !isAttached(parts.get(i)) ? 0 : texts.get(i).attachmentCount;
    }

    return new MailText(chosen, attached);
  }

  private static MailText related(List<Entity> parts) {
    if (parts.isEmpty()) {
      return NOTHING;
    }

    MailText root = of(parts.get(0));
    long attached = parts.stream().skip(1).filter(MailText::isAttached).count();
    return new MailText(root.text, root.attachmentCount + (int) attached);
  }

  /** The first part is for people; the mail that came back after it was attached by a machine. */
  private static MailText report(List<Entity> parts) {
    return parts.isEmpty() ? NOTHING : of(parts.get(0));
  }

  private static MailText joined(List<MailText> parts) {
    StringBuilder text = new StringBuilder();
    int attached = 0;
    for (MailText part : parts) {
      attached += part.attachmentCount;
      if (!part.text.isBlank()) {
        text.append(text.isEmpty() ? "" : "\n\n").append(part.text);
      }
    }

    return new MailText(text.toString(), attached);
  }

  private static boolean isPlain(Entity entity) {
    return entity.getBody() instanceof Multipart multipart
        ? multipart.getBodyParts().stream().noneMatch(part -> type(part).equals("text/html"))
            && multipart.getBodyParts().stream().anyMatch(MailText::isPlain)
        : type(entity).equals("text/plain");
  }

  private static boolean isAttached(Entity entity) {
    return "attachment".equalsIgnoreCase(entity.getDispositionType());
  }

  private static boolean isMechanics(Entity entity) {
    return MECHANICS.contains(type(entity));
  }

  private static String type(Entity entity) {
    String type = entity.getMimeType();
    return type == null ? "text/plain" : type.toLowerCase(Locale.ROOT);
  }

  private static String parameter(Entity entity, String name) {
    Field field = entity.getHeader().getField("Content-Type");
    return field instanceof ContentTypeField type ? type.getParameter(name) : null;
  }
}
