package io.talktrack.mail;

import static io.talktrack.mail.UnreadableMailException.Reason.HEADER_TOO_LONG;
import static io.talktrack.mail.UnreadableMailException.Reason.LINE_TOO_LONG;
import static io.talktrack.mail.UnreadableMailException.Reason.MALFORMED;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_DEEP;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_LARGE;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_MANY_HEADERS;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_MANY_PARTS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.talktrack.mail.UnreadableMailException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.message.BodyFactory;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.RawField;

/** Parses MIME leniently, but within limits, so that no mail can exhaust memory or stack. */
final class MimeParser {
  static final int MAX_BYTES = 32 * 1024 * 1024;
  static final int MAX_DEPTH = 30;
  static final int MAX_PARTS = 2_000;
  static final int MAX_HEADERS = 2_000;
  static final int MAX_HEADER_LENGTH = 256 * 1024;

  private static final MimeConfig LENIENT =
      new MimeConfig.Builder()
          .setStrictParsing(false)
          .setMaxHeaderCount(MAX_HEADERS)
          .setMaxHeaderLen(MAX_HEADER_LENGTH)
          .setMaxLineLen(MAX_HEADER_LENGTH)
          .setMaxContentLen(MAX_BYTES)
          .build();

  private static final Pattern FIELD = Pattern.compile("[!-9;-~]+[ \\t]*:");

  private MimeParser() {}

  static Message parse(byte[] mail) throws UnreadableMailException {
    if (mail.length > MAX_BYTES) {
      throw new UnreadableMailException(TOO_LARGE);
    }

    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(LENIENT);
    builder.setDecodeMonitor(DecodeMonitor.SILENT);
    builder.setBodyDescriptorBuilder(
        new BoundedDescriptor(
            new DefaultBodyDescriptorBuilder(
                null, LenientFieldParser.getParser(), DecodeMonitor.SILENT),
            0));
    builder.setBodyFactory(new BoundedBodies());
    try {
      return builder.parseMessage(new ByteArrayInputStream(parted(mail)));
    } catch (Exceeded e) {
      throw new UnreadableMailException(e.reason, e);
    } catch (IOException e) {
      throw new UnreadableMailException(reason(e), e);
    }
  }

  /** Where no blank line ends the header, what stands below its last field is the text. */
  private static byte[] parted(byte[] mail) {
    if (hasBlankLine(mail)) {
      return mail;
    }

    String lines = new String(mail, ISO_8859_1);
    int text = lines.length();
    for (int line = 0; line < lines.length(); ) {
      int end = lines.indexOf('\n', line);
      int next = end < 0 ? lines.length() : end + 1;
      boolean isFolded = lines.charAt(line) == ' ' || lines.charAt(line) == '\t';
      if (FIELD.matcher(lines).region(line, next).lookingAt()) {
        text = lines.length();
      } else if (text == lines.length() && !isFolded) {
        text = line;
      }

      line = next;
    }

    return (lines.substring(0, text) + "\n" + lines.substring(text)).getBytes(ISO_8859_1);
  }

  private static boolean hasBlankLine(byte[] mail) {
    boolean isBlank = false;
    for (byte next : mail) {
      if (next == '\n' && isBlank) {
        return true;
      }

      isBlank = next == '\n' || (isBlank && (next == '\r' || next == ' ' || next == '\t'));
    }

    return false;
  }

  private static Reason reason(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof MaxHeaderLimitException) {
        return TOO_MANY_HEADERS;
      }

      if (cause instanceof MaxHeaderLengthLimitException) {
        return HEADER_TOO_LONG;
      }

      if (cause instanceof MaxLineLimitException) {
        return LINE_TOO_LONG;
      }
    }

    return MALFORMED;
  }

  /** A limit of ours; unchecked, because mime4j takes a checked one for a broken header line. */
  private static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Exceeded(Reason reason) {
      super(reason.name());
      this.reason = reason;
    }
  }

  /** Knows how deep the part lies that it describes. */
  private static final class BoundedDescriptor implements BodyDescriptorBuilder {
    private final BodyDescriptorBuilder descriptor;
    private final int depth;

    BoundedDescriptor(BodyDescriptorBuilder descriptor, int depth) {
      this.descriptor = descriptor;
      this.depth = depth;
    }

    @Override
    public void reset() {
      descriptor.reset();
    }

    @Override
    public Field addField(RawField field) throws MimeException {
      return descriptor.addField(ContinuedParameters.joined(field));
    }

    @Override
    public BodyDescriptor build() {
      return descriptor.build();
    }

    @Override
    public BodyDescriptorBuilder newChild() {
      if (depth == MAX_DEPTH) {
        throw new Exceeded(TOO_DEEP);
      }

      return new BoundedDescriptor(descriptor.newChild(), depth + 1);
    }
  }

  /** Keeps the bytes of texts only: what an attachment holds is never looked at. */
  private static final class BoundedBodies implements BodyFactory {
    private int parts;

    @Override
    public BinaryBody binaryBody(InputStream content) {
      count();
      return new Unread();
    }

    @Override
    public TextBody textBody(InputStream content, String charset) throws IOException {
      count();
      return new TextBytes(content.readAllBytes(), charset);
    }

    private void count() {
      parts++;
      if (parts > MAX_PARTS) {
        throw new Exceeded(TOO_MANY_PARTS);
      }
    }
  }

  private static final class Unread extends BinaryBody {
    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }
  }
}
