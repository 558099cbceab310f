package io.talktrack.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.talktrack.transcript.UnreadableException.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * From bytes to text: byte order mark, else UTF-16 by its zero bytes, else strict UTF-8, else the
 * encoding that the bytes' statistics point to. No byte is ever replaced by a question mark, but a
 * zero byte in WebVTT, as W3C says.
 */
public final class SourceBytes {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int MOST_UTF16_UNITS_PER_ASCII = 50;
  private static final int MOST_CONTROLS_PER_CHARACTERS = 1000;
  private static final char VERTICAL_TAB = '\u000B';
  private static final int SIGNATURE_BYTES = 8;
  // so many zero bytes in a row are what a broken copy leaves
  private static final String HOLE = "\0".repeat(16);

  private SourceBytes() {}

  public static SourceText decode(byte[] content, Limits limits) throws UnreadableException {
    if (content.length > limits.bytes()) {
      throw UnreadableException.atByte(Reason.TOO_LARGE, limits.bytes());
    }

    String text = withoutZeros(text(content));
    if (text.isBlank()) {
      throw UnreadableException.file(Reason.EMPTY);
    }

    refuseControls(text);
    return new SourceText(text, limits);
  }

  private static String text(byte[] content) throws UnreadableException {
    if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
      return decode(content, 3, UTF_8);
    }
    if (startsWith(content, 0xFF, 0xFE)) {
      return decode(content, 2, UTF_16LE);
    }
    if (startsWith(content, 0xFE, 0xFF)) {
      return decode(content, 2, UTF_16BE);
    }

    Optional<Charset> wide = isWebVtt(content) ? Optional.empty() : utf16(content);
    if (wide.isPresent()) {
      return decode(content, 0, wide.get());
    }

    try {
      return decode(content, 0, UTF_8);
    } catch (UnreadableException notUtf8) {
      if (notUtf8.reason() == Reason.TORN) {
        throw notUtf8;
      }

      Charset guess = detected(content).orElseThrow(() -> notUtf8);
      return decode(content, 0, guess);
    }
  }

  private static boolean isWebVtt(byte[] content) {
    int length = Math.min(content.length, SIGNATURE_BYTES);
    return isWebVtt(new String(content, 0, length, ISO_8859_1));
  }

  private static boolean isWebVtt(String text) {
    return VttFile.isSigned(text.lines().limit(1).toList());
  }

  /** A zero byte in WebVTT is a character that its writer could not write. */
  private static String withoutZeros(String text) {
    return isWebVtt(text) && !text.contains(HOLE) ? text.replace('\0', '\uFFFD') : text;
  }

  /** UTF-16 without a mark: there are zero bytes, and most stand beside an ASCII character. */
  private static Optional<Charset> utf16(byte[] content) throws UnreadableException {
    int firstZero = 0;
    while (firstZero < content.length && content[firstZero] != 0) {
      firstZero++;
    }

    if (firstZero == content.length) {
      return Optional.empty();
    }

    long little = 0;
    long big = 0;
    for (int i = 0; i + 1 < content.length; i += 2) {
      little += content[i + 1] == 0 && isAscii(content[i]) ? 1 : 0;
      big += content[i] == 0 && isAscii(content[i + 1]) ? 1 : 0;
    }

    if (content.length % 2 != 0
        || Math.max(little, big) * MOST_UTF16_UNITS_PER_ASCII < content.length / 2) {
      throw UnreadableException.atByte(Reason.NOT_TEXT, firstZero);
    }

    return Optional.of(little >= big ? UTF_16LE : UTF_16BE);
  }

  private static boolean isAscii(byte character) {
    return character >= ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  private static Optional<Charset> detected(byte[] content) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(content, 0, content.length);
    detector.dataEnd();
    return Optional.ofNullable(detector.getDetectedCharset())
        .filter(Charset::isSupported)
        .map(Charset::forName)
        // GB2312 and GBK are subsets; real files use characters beyond them
        .map(charset -> charset.name().startsWith("GB") ? GB18030 : charset)
        .filter(charset -> !(isSingleByte(charset) && isChinesePairs(content)))
        .or(() -> isChinesePairs(content) ? Optional.of(GB18030) : Optional.empty());
  }

  private static boolean isSingleByte(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
  }

  /**
   * GB2312, of which a few names are too little for statistics: every byte beyond ASCII is half of
   * a pair, while Western accents mostly stand alone.
   */
  private static boolean isChinesePairs(byte[] content) {
    boolean isHan = false;
    for (int i = 0; i < content.length; i++) {
      if (content[i] < 0) {
        int lead = Byte.toUnsignedInt(content[i]);
        int trail = i + 1 < content.length ? Byte.toUnsignedInt(content[i + 1]) : 0;
        if (lead < 0xA1 || lead > 0xF7 || trail < 0xA1 || trail > 0xFE) {
          return false;
        }
        isHan |= lead >= 0xB0;
        i++;
      }
    }

    return isHan;
  }

  private static String decode(byte[] content, int from, Charset charset)
      throws UnreadableException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
    CharBuffer characters =
        CharBuffer.allocate(
            (int) Math.ceil(bytes.remaining() * (double) decoder.maxCharsPerByte()));
    CoderResult partial = decoder.decode(bytes, characters, false);
    if (partial.isError()) {
      throw UnreadableException.atByte(Reason.NOT_TEXT, bytes.position());
    }

    // what is left is the beginning of a character whose end is missing
    if (bytes.hasRemaining() || decoder.decode(bytes, characters, true).isError()) {
      throw UnreadableException.atByte(Reason.TORN, bytes.position());
    }

    decoder.flush(characters);
    return characters.flip().toString();
  }

  private static void refuseControls(String text) throws UnreadableException {
    long controls = text.chars().filter(SourceBytes::isControl).count();
    if (controls * MOST_CONTROLS_PER_CHARACTERS > text.length() || text.indexOf('\0') >= 0) {
      throw UnreadableException.file(Reason.NOT_TEXT);
    }
  }

  private static boolean isControl(int character) {
    return character < ' '
        && character != '\t'
        && character != '\n'
        && character != '\r'
        && character != '\f'
        && character != VERTICAL_TAB;
  }

  private static boolean startsWith(byte[] content, int... mark) {
    if (content.length < mark.length) {
      return false;
    }

    for (int i = 0; i < mark.length; i++) {
      if (Byte.toUnsignedInt(content[i]) != mark[i]) {
        return false;
      }
    }

    return true;
  }
}
