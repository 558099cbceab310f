package io.talktrack.jobs.ingest;

import io.talktrack.call.Cue;
import io.talktrack.call.Transcript;
import io.talktrack.call.TurnDraft;
import io.talktrack.call.Turns;
import io.talktrack.email.Message;
import io.talktrack.inbox.Refusal;
import io.talktrack.inbox.SourceContent;
import io.talktrack.jobs.Outcome;
import io.talktrack.language.Languages;
import io.talktrack.mail.MailFile;
import io.talktrack.mail.MailFormats;
import io.talktrack.mail.UnreadableMailException;
import io.talktrack.privacy.Redactor;
import io.talktrack.transcript.CallName;
import io.talktrack.transcript.DateInName;
import io.talktrack.transcript.Detection;
import io.talktrack.transcript.TranscriptFormats;
import io.talktrack.transcript.UnreadableException;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a person what one file is taken for and why, without a lake and without personal data. */
public final class FileExplanation {
  // each Chinese character counts as one
  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+(?:['’-][\\p{L}\\p{N}]+)*");
  private static final Pattern BELOW_INPUT = Pattern.compile("(?:.*/)?((?:calls|emails)/.*)");
  private static final Pattern MAIL_PATH =
      Pattern.compile("(?i)emails/.*|.*\\.(?:eml|mbox|mbx)(?:\\.gz)?");
  private static final int FIRST = 5;
  private static final int LONGEST = 160;

  private final IngestSettings settings;
  private final Languages languages;
  private final StringBuilder text = new StringBuilder();

  private FileExplanation(IngestSettings settings, Languages languages) {
    this.settings = settings;
    this.languages = languages;
  }

  /**
   * What the file would become.
   *
   * @param path asked for a date, and for the kind where the content leaves it open
   */
  public static Outcome of(SourceContent content, String path, IngestSettings settings) {
    FileExplanation explanation = new FileExplanation(settings, Languages.load());
    if (content.isRefused()) {
      Refusal refusal = content.refusal();
      return quarantined(refusal.reason() + ": " + refusal.detail() + ".");
    }
    String below = belowInput(path);
    return MAIL_PATH.matcher(below).matches()
        ? explanation.mail(content.bytes(), below)
        : explanation.call(content.bytes(), below);
  }

  /** The path as a listing gives it: from the input's folder on, else the name alone. */
  private static String belowInput(String path) {
    String slashes = path.replace('\\', '/');
    Matcher below = BELOW_INPUT.matcher(slashes);
    if (below.matches()) {
      return below.group(1);
    }
    int archive = slashes.indexOf(".zip!/");
    int end = archive < 0 ? slashes.length() : archive;
    return slashes.substring(slashes.lastIndexOf('/', end) + 1);
  }

  private static Outcome quarantined(String why) {
    return new Outcome.OverQuarantineLimit("it would go to quarantine\n  " + why, List.of());
  }

  private Outcome call(byte[] content, String path) {
    try {
      Detection detection = TranscriptFormats.detect(content, path, settings.columns());
      Transcript transcript = TranscriptFormats.read(content, path, settings.columns());
      tell(detection, transcript, path);
      return new Outcome.Wrote(text.toString().stripTrailing(), List.of());
    } catch (UnreadableException e) {
      return e.reason() == Reason.UNKNOWN_FORMAT && MailFormats.detect(content, path).isPresent()
          ? mail(content, path)
          : quarantined(e.getMessage());
    }
  }

  private void tell(Detection detection, Transcript transcript, String path) {
    List<Cue> cues = transcript.cues();
    List<TurnDraft> turns = Turns.merge(cues, settings.turnGapMillis());
    String language = languages.ofConversation(turns.stream().map(TurnDraft::text).toList());
    text.append("a call in the format ").append(transcript.format()).append('\n');
    line("why", detection.reason());
    line("starts", start(transcript, path));
    line("conversation", Redactor.redact(CallName.conversationKey(path), language).text());
    line("language", language);
    line(
        "holds",
        String.format(
            Locale.ROOT,
            "%,d cues (%,d with times), %,d turns, %,d speakers, %,d words (%,d with times)",
            cues.size(),
            cues.stream().filter(cue -> cue.startMillis() != null).count(),
            turns.size(),
            cues.stream().map(Cue::speaker).filter(Objects::nonNull).distinct().count(),
            cues.stream().mapToLong(cue -> WORD.matcher(cue.text()).results().count()).sum(),
            cues.stream()
                .flatMap(cue -> cue.words().stream())
                .filter(word -> word.startMillis() != null)
                .count()));
    text.append("  first turns, redacted:\n");
    Map<String, Integer> speakers = new HashMap<>();
    for (TurnDraft turn : turns.subList(0, Math.min(FIRST, turns.size()))) {
      int number =
          turn.speaker() == null
              ? 0
              : speakers.computeIfAbsent(turn.speaker(), any -> speakers.size() + 1);
      said(
          "%s speaker %s".formatted(clock(turn.startMillis()), number == 0 ? "?" : number),
          turn.text(),
          language);
    }
  }

  private String start(Transcript transcript, String path) {
    if (transcript.startedAt() != null) {
      return transcript.startedAt() + ", as the file says";
    }
    Optional<DateInName> name = CallName.dateInName(path);
    if (name.isEmpty()) {
      return "nobody says: it would go to quarantine (NO_DATE) unless calls/calls.csv has its started_at";
    }
    return "%s %s, as its name or folder says; a line in calls/calls.csv comes before that"
        .formatted(
            name.get().date(),
            name.get()
                .time()
                .map(time -> time + (name.get().isUtc() ? " UTC" : " " + settings.zone()))
                .orElse("(the day alone)"));
  }

  private Outcome mail(byte[] content, String path) {
    try {
      MailFile file = MailFormats.read(content, path);
      text.append("e-mail in the format ")
          .append(file.format().name().toLowerCase(Locale.ROOT))
          .append('\n');
      List<String> problems = new ArrayList<>();
      file.problems().forEach(problem -> problems.add(problem.reason().name()));
      file.messages().stream()
          .filter(message -> message.sentAt() == null)
          .forEach(message -> problems.add("NO_DATE"));
      line(
          "holds",
          String.format(
              Locale.ROOT,
              "%,d e-mails, of which %,d would go to quarantine %s",
              file.messages().size() + file.problems().size(),
              problems.size(),
              problems.stream().distinct().sorted().toList()));
      text.append("  first e-mails, redacted:\n");
      for (Message message : file.messages().subList(0, Math.min(FIRST, file.messages().size()))) {
        String language = languages.ofConversation(List.of(message.subject(), message.body()));
        said(String.valueOf(message.sentAt()), message.subject(), language);
        said("", message.body(), language);
      }
      return new Outcome.Wrote(text.toString().stripTrailing(), List.of());
    } catch (UnreadableMailException e) {
      return quarantined(e.reason() + ": " + e.getMessage());
    }
  }

  private void line(String name, String value) {
    text.append("  %-13s%s%n".formatted(name, value));
  }

  // masked before it is cut: half a number may be no longer known for one
  private void said(String who, String words, String language) {
    String masked = Redactor.redact(words, language).text().replaceAll("\\s+", " ").strip();
    int end =
        masked.offsetByCodePoints(0, Math.min(LONGEST, masked.codePointCount(0, masked.length())));
    text.append(
        "    %-20s%s%s%n"
            .formatted(who, masked.substring(0, end), end < masked.length() ? " …" : ""));
  }

  private static String clock(Long millis) {
    return millis == null
        ? "--:--:--"
        : String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            millis / 3_600_000,
            millis / 60_000 % 60,
            millis / 1000 % 60);
  }
}
