package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Message;

/** Tells mails that no person wrote to this reader by their headers: replies, bounces, bulk. */
final class Automatic {
  private static final Pattern BULK = Pattern.compile("bulk|list|junk|auto[_-]?reply");
  private static final Pattern AUTO_SUBJECT =
      Pattern.compile(
          "(?i)(?:automatic reply|autoreply|auto-reply|auto reply|auto|out of office)\\s*[:：].*"
              + "|自动(?:回复|答复).*|自動回[復覆].*");

  private Automatic() {}

  static boolean is(Message mail) {
    MailHeader header = new MailHeader(mail);
    String submitted = lower(header, "Auto-Submitted");
    return (!submitted.isEmpty() && !submitted.startsWith("no"))
        || header.has("X-Autoreply")
        || header.has("X-Autorespond")
        || header.has("X-Failed-Recipients")
        || header.has("List-Id")
        || header.has("List-Unsubscribe")
        || BULK.matcher(lower(header, "Precedence")).lookingAt()
        || lower(header, "Return-Path").replaceAll("\\s", "").equals("<>")
        || "multipart/report".equalsIgnoreCase(mail.getMimeType())
        || AUTO_SUBJECT.matcher(header.text("Subject")).matches();
  }

  private static String lower(MailHeader header, String name) {
    return new String(header.raw(name), ISO_8859_1).strip().toLowerCase(Locale.ROOT);
  }
}
