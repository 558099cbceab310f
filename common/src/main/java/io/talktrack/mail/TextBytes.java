package io.talktrack.mail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.dom.TextBody;

/** A text part's decoded transfer bytes; its charset is judged when the text is asked for. */
final class TextBytes extends TextBody {
  private final byte[] bytes;
  private final String label;

  TextBytes(byte[] bytes, String label) {
    this.bytes = bytes;
    this.label = label;
  }

  String text() {
    return MailCharset.decode(bytes, label);
  }

  @Override
  public String getMimeCharset() {
    return label;
  }

  @Override
  public Charset getCharset() {
    return StandardCharsets.UTF_8;
  }

  @Override
  public Reader getReader() {
    return new StringReader(text());
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(bytes);
  }
}
