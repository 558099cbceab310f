package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a mail that a service gives as JSON as the bytes of a mail, so that one parser with its
 * limits reads them all.
 */
final class Rfc822 {
  private static final Pattern NAME = Pattern.compile("[!-9;-~]{1,200}");
  private static final Pattern BREAKS = Pattern.compile("[\\x00\\r\\n]+");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Set<String> written = new HashSet<>();
  private int boundaries;

  /**
   * A field of the mail's own header; an empty value and a name that cannot be one are left out.
   */
  Rfc822 field(String name, String value) {
    if (!value.isBlank() && NAME.matcher(name).matches()) {
      written.add(name.toLowerCase(Locale.ROOT));
      line(name + ": " + BREAKS.matcher(value).replaceAll(" "));
    }

    return this;
  }

  boolean has(String name) {
    return written.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Ends a header that says that parts follow. */
  String beginParts(String type, String parameters) {
    boundaries++;
    String boundary = "=_parts_" + boundaries;
    line("Content-Type: %s; boundary=\"%s\"%s".formatted(type, boundary, parameters));
    line("");
    return boundary;
  }

  void beginPart(String boundary) {
    line("");
    line("--" + boundary);
  }

  void endParts(String boundary) {
    line("");
    line("--" + boundary + "--");
  }

  /** Ends a header, and writes what stands below it; null for an attachment that is not kept. */
  void body(String type, String disposition, byte[] content) {
    field("Content-Type", type);
    field("Content-Disposition", disposition);
    line("Content-Transfer-Encoding: base64");
    line("");
    if (content != null) {
      bytes.writeBytes(Base64.getMimeEncoder().encode(content));
      line("");
    }
  }

  /** As {@link #body}, where nothing is known of the attachment but that it is there. */
  void attachment() {
    body("application/octet-stream", "attachment", null);
  }

  byte[] mail() {
    return bytes.toByteArray();
  }

  private void line(String text) {
    bytes.writeBytes(text.getBytes(UTF_8));
    bytes.write('\r');
    bytes.write('\n');
  }
}
