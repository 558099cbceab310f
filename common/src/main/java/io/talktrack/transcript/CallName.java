package io.talktrack.transcript;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file's path below the input root says about the conversation in it. */
public final class CallName {
  private static final List<String> SUFFIXES =
      List.of(
          ".gz", ".vtt", ".srt", ".sbv", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".html",
          ".htm", ".txt");
  private static final List<String> KINDS =
      List.of(".transcript", "_transcript", ".chat", "_chat", "newchat", ".cc");
  private static final Set<String> BARE =
      Set.of(
          "transcript", "chat", "captions", "meeting_saved_chat", "meeting_saved_closed_caption");

  // groups: year, month, day, then hour, minute, second, any of which may be missing
  private static final String DAY = "(?<!\\d)((?:19|20)\\d{2})";
  private static final Pattern COMPACT =
      Pattern.compile(DAY + "(\\d{2})(\\d{2})(?:[-_T ]?(\\d{2})(\\d{2})(\\d{2})?)?(?!\\d)");
  private static final Pattern SEPARATED =
      Pattern.compile(
          DAY
              + "[-_.](\\d{2})[-_.](\\d{2})(?!\\d)"
              + "(?:[-_T ](\\d{2})[-:._h]?(\\d{2})(?:[-:._]?(\\d{2}))?(?!\\d))?");
  private static final Pattern CHINESE =
      Pattern.compile(
          DAY
              + "年(\\d{1,2})月(\\d{1,2})日"
              + "(?:[-_ ]?(\\d{1,2})[时点:.-](\\d{2})(?:[分:.-](\\d{2}))?)?");
  private static final List<Pattern> DATES = List.of(SEPARATED, COMPACT, CHINESE);

  private CallName() {}

  /**
   * One key for the files of one conversation: a recording's transcript and its chat have the same.
   * A file that is called by nothing but its kind takes its folder's name; at the root that is ".".
   */
  public static String conversationKey(String relativePath) {
    String path = normalised(relativePath);
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "." : path.substring(0, slash);
    String file = withoutSuffixes(path.substring(slash + 1));
    if (BARE.contains(file.toLowerCase(Locale.ROOT))) {
      return folder;
    }

    String name = withoutKind(file);
    return slash < 0 ? name : folder + "/" + name;
  }

  /** The date nearest to the file's name: in it, else in the folder around it, and so on up. */
  public static Optional<DateInName> dateInName(String relativePath) {
    String path = normalised(relativePath);
    while (!path.isEmpty()) {
      int slash = path.lastIndexOf('/');
      Optional<DateInName> date = dateIn(path.substring(slash + 1));
      if (date.isPresent()) {
        return date;
      }

      path = slash < 0 ? "" : path.substring(0, slash);
    }

    return Optional.empty();
  }

  private static String normalised(String path) {
    String slashes = Normalizer.normalize(path, Normalizer.Form.NFC).replace('\\', '/');
    StringBuilder normalised = new StringBuilder();
    for (String part : slashes.split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".")) {
        normalised.append(normalised.length() == 0 ? "" : "/").append(part);
      }
    }

    return normalised.toString();
  }

  private static String withoutSuffixes(String file) {
    String name = file;
    for (boolean cut = true; cut; ) {
      cut = false;
      for (String suffix : SUFFIXES) {
        if (endsWith(name, suffix)) {
          name = name.substring(0, name.length() - suffix.length());
          cut = true;
        }
      }
    }

    return name;
  }

  private static String withoutKind(String name) {
    return KINDS.stream()
        .filter(kind -> endsWith(name, kind))
        .findFirst()
        .map(kind -> name.substring(0, name.length() - kind.length()))
        .orElse(name);
  }

  /** Also says no where nothing would be left. */
  private static boolean endsWith(String name, String suffix) {
    int from = name.length() - suffix.length();
    return from > 0 && name.regionMatches(true, from, suffix, 0, suffix.length());
  }

  private static Optional<DateInName> dateIn(String name) {
    for (Pattern pattern : DATES) {
      Matcher matcher = pattern.matcher(name);
      while (matcher.find()) {
        Optional<DateInName> date = date(name, matcher);
        if (date.isPresent()) {
          return date;
        }
      }
    }

    return Optional.empty();
  }

  private static Optional<DateInName> date(String name, Matcher found) {
    try {
      LocalDate day = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
      if (found.group(4) == null) {
        return Optional.of(new DateInName(day, Optional.empty(), false));
      }

      // Zoom's cloud writes GMT20260414-101500
      boolean utc = name.startsWith("GMT", found.start() - 3) || name.startsWith("Z", found.end());
      return Optional.of(new DateInName(day, time(found), utc));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(Matcher found) {
    int second = found.group(6) == null ? 0 : number(found, 6);
    boolean exists = number(found, 4) < 24 && number(found, 5) < 60 && second < 60;
    return exists
        ? Optional.of(LocalTime.of(number(found, 4), number(found, 5), second))
        : Optional.empty();
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
