package io.talktrack.mail;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Text that mail programs of today give as a file, so it is read only where all else is mute. */
  private static final Set<String> ENRICHED = Set.of("text/enriched", "text/richtext");

  private static final Pattern SHOWN =
      Pattern.compile(
          "(?i)(?:\\b(?:src|href|background|data)\\s{0,20}=|\\burl\\()\\s{0,20}[\"']?"
              + "([^\"'\\s>)]{1,1000})");

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
    MailText shown = of(entity, false);
    return shown.text.isBlank() ? of(entity, true) : shown;
  }

  private static MailText of(Entity entity, boolean readsEnriched) {
    Body body = entity.getBody();
    if (isAttached(entity) || body instanceof Message) {
      return new MailText("", 1);
    }

    if (body instanceof Multipart multipart) {
      List<Entity> parts = multipart.getBodyParts();
      if (parts.isEmpty()) {
        return unparted(multipart);
      }

      return switch (multipart.getSubType().toLowerCase(Locale.ROOT)) {
        case "alternative" -> chosen(parts, readsEnriched);
        case "related" -> related(parts, readsEnriched);
        case "report" -> report(parts, readsEnriched);
        default -> joined(parts.stream().map(part -> of(part, readsEnriched)).toList());
      };
    }

    if (body instanceof TextBytes bytes) {
      return text(entity, bytes, readsEnriched);
    }

    return new MailText("", isMechanics(entity) ? 0 : 1);
  }

  /** Where the boundary that the header promises never comes, all stands before it. */
  private static MailText unparted(Multipart multipart) {
    String preamble = multipart.getPreamble();
    return preamble == null
        ? NOTHING
        : new MailText(MailCharset.decode(preamble.getBytes(ISO_8859_1), null), 0);
  }

  private static MailText text(Entity entity, TextBytes bytes, boolean readsEnriched) {
    return switch (type(entity)) {
      case "text/plain" ->
          new MailText(FlowedText.of(bytes.text(), parameter(entity, "format")), 0);
      case "text/html" -> new MailText(HtmlText.of(bytes.text()), 0);
      case "text/enriched", "text/richtext" ->
          readsEnriched
              ? new MailText(bytes.text().replaceAll("<[^<>]{0,200}>", ""), 0)
              : new MailText("", 1);
      case "text/markdown", "text/x-markdown" -> new MailText(bytes.text(), 0);
      default -> new MailText("", isMechanics(entity) ? 0 : 1);
    };
  }

  /** The plain one unless it is empty, else the last that says anything: the richest. */
  private static MailText chosen(List<Entity> parts, boolean readsEnriched) {
    List<MailText> texts = parts.stream().map(part -> of(part, readsEnriched)).toList();
    String chosen = "";
    for (int i = texts.size() - 1; i >= 0 && chosen.isBlank(); i--) {
      chosen = texts.get(i).text;
    }

    for (int i = texts.size() - 1; i >= 0; i--) {
      if (isPlain(parts.get(i)) && !texts.get(i).text.isBlank()) {
        chosen = texts.get(i).text;
      }
    }

    int attached = 0;
    for (int i = 0; i < parts.size(); i++) {
      attached += isForm(parts.get(i)) ? 0 : texts.get(i).attachmentCount;
    }

    return new MailText(chosen, attached);
  }

  /** An invitation or a picture beside the text says the same in another form. */
  private static boolean isForm(Entity part) {
    String type = type(part);
    return (type.startsWith("text/") || type.startsWith("image/"))
        && !ENRICHED.contains(type)
        && !isAttached(part);
  }

  /** What the root does not show in its place has to be opened. */
  private static MailText related(List<Entity> parts, boolean readsEnriched) {
    if (parts.isEmpty()) {
      return NOTHING;
    }

    MailText root = of(parts.get(0), readsEnriched);
    Set<String> shown = shown(html(parts.get(0)));
    int attached = root.attachmentCount;
    for (Entity part : parts.subList(1, parts.size())) {
      boolean isShown = !isAttached(part) && isNamed(part, shown);
      attached += isShown ? 0 : of(part, readsEnriched).attachmentCount;
    }

    return new MailText(root.text, attached);
  }

  private static String html(Entity entity) {
    if (entity.getBody() instanceof Multipart multipart) {
      return multipart.getBodyParts().stream().map(MailText::html).collect(Collectors.joining());
    }

    return entity.getBody() instanceof TextBytes bytes && type(entity).equals("text/html")
        ? bytes.text()
        : "";
  }

  /** The addresses that a page takes pictures and styles from. */
  private static Set<String> shown(String html) {
    return SHOWN
        .matcher(html)
        .results()
        .map(shown -> shown.group(1).replaceFirst("^(?i)cid:", ""))
        .collect(Collectors.toSet());
  }

  private static boolean isNamed(Entity part, Set<String> shown) {
    return Stream.of("Content-ID", "Content-Location")
        .map(part.getHeader()::getField)
        .filter(Objects::nonNull)
        .map(field -> field.getBody().strip().replaceAll("^<|>$", ""))
        .anyMatch(id -> shown.contains(id) || shown.contains(encode(id, UTF_8)));
  }

  /** The first part is for people; the mail that came back after it was attached by a machine. */
  private static MailText report(List<Entity> parts, boolean readsEnriched) {
    return parts.isEmpty() ? NOTHING : of(parts.get(0), readsEnriched);
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
