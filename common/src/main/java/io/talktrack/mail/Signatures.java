package io.talktrack.mail;

import java.util.List;
import java.util.regex.Pattern;

/** Finds where a signature begins; in doubt the text is the author's own. */
final class Signatures {
  private static final int MOST_LINES = 25;
  private static final int MOST_CHARACTERS = 2_000;
  private static final int MOST_CONTACT_LINES = 10;
  private static final int LONGEST_CONTACT_LINE = 90;

  private static final Pattern DELIMITER = Pattern.compile("(?:--|—|__+)\\s*");
  private static final Pattern DASHED_NAME = Pattern.compile("-\\p{L}[\\p{L}'. -]{1,40}");
  private static final Pattern MOBILE =
      Pattern.compile(
          "(?i)\\*?(?:sent from my (?:[\\w-]+ ){0,3}[\\w-]+\\.?|sent from mail for windows(?: 1\\d)?"
              + "|sent from (?:outlook|yahoo mail|samsung|aol|proton ?mail).{0,40}"
              + "|sent (?:via|using) .{1,40}|sent with (?:superhuman|spark|proton|mailspring|hubspot|shortwave).{0,30}"
              + "|get outlook for (?:ios|android|mobile).{0,60}"
              + "|(?:von meinem|gesendet von|envoyé de(?:puis)? mon|enviado desde mi|inviato da)"
              + " .{1,40}(?: gesendet)?"
              + "|发自我的.{0,20}|发送自.{0,30}|从我的.{0,20}发送|來自我的.{0,20}|来自.{0,12}(?:手机|邮箱).{0,10})\\*?");
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)(?:(?:(?:many|kind|kindest|best|warm|warmest|with (?:kind|best|warm|kindest))"
              + " )?(?:regards|wishes)|thanks (?:and|&) (?:best |kind )?regards"
              + "|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|all the best"
              + "|(?:mit )?(?:freundlichen?|vielen?|besten?|herzlichen?|liebe) (?:grüßen?|grüssen?)|mfg"
              + "|(?:bien )?cordialement|bien à vous|(?:salutations )?distinguées"
              + "|(?:un )?saludos?(?: cordial(?:es)?)?|cordiali saluti"
              + "|respectfully|cordially|warmly|(?:best|kind) rgds|rgds|br|kr)\\s?[,.!]?");
  private static final Pattern WEAK_CLOSING =
      Pattern.compile(
          "(?i)(?:best|thanks|thank you|thanks again|many thanks|thanks (?:so|very) much"
              + "|thank you (?:so|very) much|thanks in advance|cheers|talk soon|speak soon"
              + "|take care|thx)\\s?[,.!]?|谢谢[!！。，,]?|多谢[!！。，,]?");
  private static final Pattern CLOSING_WITH_NAME =
      Pattern.compile(
          "(?:(?:Best|Kind|Warm|Many) )?(?:Regards|regards|Thanks|thanks|Best|Cheers|wishes)"
              + "(?:,\\s?|\\s[-–—]\\s?|\\s)\\p{Lu}[\\p{L}'-]{1,20}(?: \\p{Lu}[\\p{L}'.-]{0,20})?");
  private static final Pattern CLOSING_ZH =
      Pattern.compile(
          "(?:此致(?:\\s?敬礼)?|敬礼|祝\\s?好|(?:顺|敬)?[祝颂]\\s?(?:您|你)?(?:商祺|时祺|安好|近安|台安)"
              + "|祝(?:您|你)?(?:工作|生活|一切|身体)(?:顺利|愉快|安好|健康)|顺颂商祺)\\s?[!！。，,]?");
  private static final Pattern SENTENCE_END =
      Pattern.compile(".*[?？。]\\s*|.*\\S{3,} \\S+ .*[.!]\\s*");

  private final AuthorNames author;

  Signatures(AuthorNames author) {
    this.author = author;
  }

  /** Whether a line only separates what is written from the name below it. */
  static boolean isClosing(String line) {
    return DELIMITER.matcher(line).matches()
        || CLOSING.matcher(line).matches()
        || WEAK_CLOSING.matcher(line).matches()
        || CLOSING_ZH.matcher(line).matches();
  }

  /** The first line of the signature, or the number of lines where there is none. */
  int start(List<String> lines) {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }

    if (end == 0) {
      return lines.size();
    }

    List<String> said = lines.subList(0, end);
    for (int i = Math.max(0, end - MOST_LINES); i < end; i++) {
      if (begins(said, i)) {
        return i;
      }
    }

    return lines.size();
  }

  private boolean begins(List<String> lines, int at) {
    String line = lines.get(at).strip();
    if (line.isEmpty()) {
      return false;
    }

    List<String> rest = lines.subList(at + 1, lines.size());
    if (DELIMITER.matcher(lines.get(at)).matches()) {
      return characters(rest) <= MOST_CHARACTERS;
    }

    rest = beforeFooter(rest);

    if (MOBILE.matcher(line).matches()) {
      return said(rest) <= 2;
    }

    if (author.isSignedBy(line)) {
      boolean afterBlank = at == 0 || lines.get(at - 1).isBlank();
      return afterBlank && isContactBlock(rest);
    }

    if (DASHED_NAME.matcher(line).matches()) {
      boolean afterBlank = at == 0 || lines.get(at - 1).isBlank();
      return afterBlank && said(rest) <= 3 && rest.stream().noneMatch(next -> next.startsWith("-"));
    }

    if (CLOSING.matcher(line).matches() || CLOSING_ZH.matcher(line).matches()) {
      return isContactBlock(rest);
    }

    return (WEAK_CLOSING.matcher(line).matches() && said(rest) > 0 && isContactBlock(rest))
        || (CLOSING_WITH_NAME.matcher(line).matches() && isContactBlock(rest));
  }

  /** A mailing list adds its own signature below the author's. */
  private static List<String> beforeFooter(List<String> rest) {
    for (int i = 0; i < rest.size(); i++) {
      if (DELIMITER.matcher(rest.get(i)).matches()) {
        return rest.subList(0, i);
      }
    }

    return rest;
  }

  private static boolean isContactBlock(List<String> rest) {
    return said(rest) <= MOST_CONTACT_LINES
        && rest.stream().noneMatch(line -> line.length() > LONGEST_CONTACT_LINE)
        && rest.stream().noneMatch(line -> SENTENCE_END.matcher(line).matches());
  }

  private static long said(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).count();
  }

  private static int characters(List<String> lines) {
    return lines.stream().mapToInt(String::length).sum();
  }
}
