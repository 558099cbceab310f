package io.talktrack.mail;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the lines with which mailers begin a quoted or forwarded mail. */
final class QuoteIntroduction {
  private static final int LONGEST = 600;
  private static final int MOST_LINES = 6;

  private static final String COLON = "\\s?[:：]\\s*";

  /** English, German, French, Spanish, Italian, Portuguese, Dutch. */
  private static final Pattern BEGINS = Pattern.compile("\\s{0,3}(?:On|Am|Le|El|Il|Em|Op)\\b.*");

  private static final Pattern ENDS =
      Pattern.compile(
          "(?U).*(?:(?:\\b|>|\")(?:wrote|a écrit|escribió|ha scritto|escreveu)"
              + "|\\b(?:schrieb|schreef)\\b.{0,300})"
              + COLON);

  /** Without a time or an address it introduces only what is marked as quoted. */
  private static final Pattern NAME_ALONE =
      Pattern.compile(
          "(?U)\\s{0,3}\\S.{0,120}(?:\\b(?:wrote|writes|said|a écrit|escribió|ha scritto|escreveu)"
              + "|\\b(?:schrieb|schreef)\\b.{0,100}|写道|寫道|写信说)"
              + COLON);

  private static final Pattern ENDS_ZH =
      Pattern.compile(".*(?:写道|寫道|写信说|编写)\\s?(?:[:：]|\\.{3}|…)\\s*");
  private static final Pattern BEGINS_ZH = Pattern.compile("\\s{0,3}(?:[在于於]\\s?)?[“\"<]?\\S.*");
  private static final Pattern NAMES_TIME_OR_BOX = Pattern.compile("\\d{1,2}[:：.]\\d{2}|\\d{4}|@");

  private static final Pattern DIVIDER =
      Pattern.compile(
          "(?i)\\s{0,3}(?:[-_*=]{2,} ?(?:original (?:message|mail|appointment)|forwarded message"
              + "|forwarded by .{1,80}|replied message|reply message|original"
              + "|原始邮件|邮件原件|原邮件|原始郵件|原邮件信息|转发的?邮件(?:信息)?|轉寄郵件"
              + "|回复的?(?:原)?邮件|转发邮件信息"
              + "|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine"
              + "|message d’origine|message transféré|mensaje original|mensaje reenviado"
              + "|messaggio originale|mensagem original|oorspronkelijk bericht) ?[-_*=]{2,}"
              + "|begin forwarded message:|开始转发的?邮件[:：]|以下是转发的邮件[:：])\\s*");
  private static final Pattern RULE = Pattern.compile("\\s{0,3}(?:_{5,}|-{5,}|={5,}|\\*{5,})\\s*");

  private static final Pattern FROM =
      Pattern.compile("(?iU)[\\s|*]{0,4}(?:from|von|de|da|van|发件人|寄件者|寄件人|发信人)[\\s*|]{0,4}[:：|].*");
  private static final Pattern SENT_OR_TO =
      Pattern.compile(
          "(?iU)[\\s|*]{0,4}(?:sent|date|to|cc|gesendet|datum|an|kopie|envoyé|à|enviado|fecha|para"
              + "|inviato|data|a|verzonden|aan|发送时间|发送日期|发件时间|日期|时间|传送时间|寄件日期"
              + "|收件人|收件者|抄送|抄送人|副本)[\\s*|]{0,4}[:：|].*");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?iU)[\\s|*]{0,4}(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|主题|主旨|主題|标题)"
              + "[\\s*|]{0,4}[:：|].*");

  private QuoteIntroduction() {}

  /** How many lines from this one introduce a quoted mail, 0 if none. */
  static int length(List<String> lines, int at) {
    String line = lines.get(at);
    if (line.isBlank()) {
      return 0;
    }

    if (DIVIDER.matcher(line).matches()) {
      int next = at + 1;
      while (next < lines.size() && lines.get(next).isBlank()) {
        next++;
      }

      return next < lines.size() ? next - at + headerBlock(lines, next) : next - at;
    }

    int attribution = attribution(lines, at);
    if (attribution > 0) {
      return attribution;
    }

    int block = headerBlock(lines, at);
    return block > 0 ? block : nameAlone(lines, at);
  }

  static boolean isRule(String line) {
    return RULE.matcher(line).matches();
  }

  private static int attribution(List<String> lines, int at) {
    boolean isWestern = BEGINS.matcher(lines.get(at)).matches();
    if (!isWestern && !BEGINS_ZH.matcher(lines.get(at)).matches()) {
      return 0;
    }

    StringBuilder said = new StringBuilder();
    for (int i = at; i < lines.size() && i < at + MOST_LINES; i++) {
      String line = lines.get(i);
      if (line.isBlank() || said.length() + line.length() > LONGEST) {
        return 0;
      }

      said.append(line).append(' ');
      boolean isEnd =
          (isWestern && ENDS.matcher(said.toString().strip()).matches())
              || (isChineseEnd(lines, at, i) && ENDS_ZH.matcher(line).matches());
      if (isEnd) {
        return NAMES_TIME_OR_BOX.matcher(said).find() ? i - at + 1 : 0;
      }
    }

    return 0;
  }

  private static int nameAlone(List<String> lines, int at) {
    if (!NAME_ALONE.matcher(lines.get(at)).matches()) {
      return 0;
    }

    int next = at + 1;
    while (next < lines.size() && next <= at + 2 && lines.get(next).isBlank()) {
      next++;
    }

    return next < lines.size() && lines.get(next).startsWith(">") ? 1 : 0;
  }

  /** Any line can begin a Chinese introduction, so one that spans lines must begin with 在 or 于. */
  private static boolean isChineseEnd(List<String> lines, int at, int end) {
    String first = lines.get(at).stripLeading();
    return end == at || (end - at <= 2 && (first.startsWith("在") || first.startsWith("于")));
  }

  private static int headerBlock(List<String> lines, int at) {
    if (!FROM.matcher(lines.get(at)).matches()) {
      return 0;
    }

    boolean hasSubject = false;
    boolean hasOther = false;
    int last = at;
    for (int i = at + 1; i < lines.size() && i < at + 12; i++) {
      String line = lines.get(i);
      if (SUBJECT.matcher(line).matches()) {
        hasSubject = true;
        last = i;
      } else if (SENT_OR_TO.matcher(line).matches()) {
        hasOther = true;
        last = i;
      } else if (line.isBlank() && i > last + 1) {
        break;
      }
    }

    return hasSubject && hasOther ? last - at + 1 : 0;
  }
}
