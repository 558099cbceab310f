package io.talktrack.crm;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/** Decodes an export: a byte order mark decides, else UTF-8 if it is valid, else what fits best. */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private SourceText() {}

  static String decode(byte[] content, String path) throws CrmFormatException {
    String text =
        decoded(content, marked(content))
            .or(() -> decoded(content, UTF_8))
            .or(() -> decoded(content, detected(content)))
            .orElseThrow(
                () ->
                    new CrmFormatException(
                        "Cannot read %s: its bytes are text in no known character set. Export it as UTF-8."
                            .formatted(path)));
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Optional<String> decoded(byte[] content, Charset charset) {
    if (charset == null) {
      return Optional.empty();
    }

    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      // the bytes are not in this character set; the caller tries the next
      return Optional.empty();
    }
  }

  private static Charset marked(byte[] content) {
    if (content.length < 2) {
      return null;
    }

    int mark = (content[0] & 0xff) << 8 | (content[1] & 0xff);
    return mark == 0xfeff ? UTF_16BE : mark == 0xfffe ? UTF_16LE : null;
  }

  private static Charset detected(byte[] content) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(content);
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    return name == null || !Charset.isSupported(name) ? null : Charset.forName(name);
  }
}
