package io.talktrack.mail;

import static io.talktrack.mail.UnreadableMailException.Reason.HEADER_TOO_LONG;
import static io.talktrack.mail.UnreadableMailException.Reason.LINE_TOO_LONG;
import static io.talktrack.mail.UnreadableMailException.Reason.MALFORMED;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_DEEP;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_LARGE;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_MANY_HEADERS;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_MANY_PARTS;

import io.talktrack.mail.UnreadableMailException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
      return builder.parseMessage(new ByteArrayInputStream(mail));
    } catch (Exceeded e) {
      throw new UnreadableMailException(e.reason, e);
    } catch (IOException e) {
      throw new UnreadableMailException(reason(e), e);
    }
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
