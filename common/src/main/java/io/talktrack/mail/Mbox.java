package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts an mbox at its "From " lines and undoes their quoting (mboxrd: one ">" less).
 *
 * <p>Works on bytes because mails of one file differ in charset, and a problem needs its offset.
 */
final class Mbox {
  private static final byte[] FROM = "From ".getBytes(ISO_8859_1);
  private static final int LONGEST_FROM_LINE = 1_000;
  private static final Pattern FROM_LINE =
      Pattern.compile(
          "From \\S+ .*\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\b.*"
              + "\\d{1,2}:\\d{2}.*\\d{4}\\s*");

  private Mbox() {}

  /**
   * One mail of the file.
   *
   * @param offset where its "From " line begins
   * @param start where the mail itself begins
   */
  record Piece(int offset, int start, int end) {
    byte[] mail(byte[] content) {
      ByteArrayOutputStream mail = new ByteArrayOutputStream(end - start);
      for (int line = start; line < end; ) {
        int next = Math.min(end, nextLine(content, line));
        int from = isQuotedFrom(content, line) ? line + 1 : line;
        mail.write(content, from, next - from);
        line = next;
      }

      return mail.toByteArray();
    }
  }

  static boolean startsWithFromLine(byte[] content) {
    int first = skipBlank(content);
    return isFromLine(content, first);
  }

  static boolean holdsFromLine(byte[] content) {
    return !fromLines(content).isEmpty();
  }

  static List<Piece> split(byte[] content) {
    List<Integer> starts = fromLines(content);
    List<Piece> pieces = new ArrayList<>();
    int preamble = starts.isEmpty() ? content.length : starts.get(0);
    if (skipBlank(content) < preamble) {
      pieces.add(new Piece(0, 0, preamble));
    }

    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : content.length;
      pieces.add(new Piece(starts.get(i), nextLine(content, starts.get(i)), end));
    }

    return pieces;
  }

  private static List<Integer> fromLines(byte[] content) {
    List<Integer> starts = new ArrayList<>();
    boolean afterBlank = true;
    for (int line = 0; line < content.length; line = nextLine(content, line)) {
      // a sentence can look like a From line, so a blank line before or a header after must agree
      if (isFromLine(content, line)
          && (afterBlank || MailHeader.isField(content, nextLine(content, line)))) {
        starts.add(line);
      }

      afterBlank = content[line] == '\n' || content[line] == '\r';
    }

    return starts;
  }

  private static boolean isFromLine(byte[] content, int line) {
    for (int i = 0; i < FROM.length; i++) {
      if (line + i >= content.length || content[line + i] != FROM[i]) {
        return false;
      }
    }

    int end = Math.min(nextLine(content, line), line + LONGEST_FROM_LINE);
    return FROM_LINE.matcher(new String(content, line, end - line, ISO_8859_1)).matches();
  }

  private static boolean isQuotedFrom(byte[] content, int line) {
    int i = line;
    while (i < content.length && content[i] == '>') {
      i++;
    }

    if (i == line) {
      return false;
    }

    for (int k = 0; k < FROM.length; k++) {
      if (i + k >= content.length || content[i + k] != FROM[k]) {
        return false;
      }
    }

    return true;
  }

  private static int skipBlank(byte[] content) {
    int i = 0;
    while (i < content.length && Character.isWhitespace(content[i])) {
      i++;
    }

    return i;
  }

  private static int nextLine(byte[] content, int from) {
    int i = from;
    while (i < content.length && content[i] != '\n') {
      i++;
    }

    return Math.min(content.length, i + 1);
  }
}
