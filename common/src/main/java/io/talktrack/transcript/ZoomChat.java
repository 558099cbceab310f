package io.talktrack.transcript;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed during a Zoom meeting: the cloud's export, whose times count from the recording's
 * start, and the one saved by the client, whose times are the wall clock's.
 */
final class ZoomChat implements TranscriptFormat {
  static final String CHANNEL = "chat";

  // no recording is that long, and no sales call begins that early
  private static final long LATEST_RECORDING_MILLIS = 5 * 3_600_000L;
  private static final int LONGEST_HEAD = 300;
  private static final Pattern LINE =
      Pattern.compile("(\\d{1,2}:\\d{2}:\\d{2})([ \\t]++)(From[ \\t]++)?(.*)");
  private static final Pattern TO = Pattern.compile("[ \\t]+to[ \\t]+", Pattern.CASE_INSENSITIVE);

  /** A line that begins a message. */
  private record Begin(long millis, boolean byClient, boolean tabbed, String name, String text) {
    static Optional<Begin> of(String line) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        return Optional.empty();
      }

      OptionalLong time = TimeCode.parse(matcher.group(1));
      String rest = matcher.group(4);
      boolean byClient = matcher.group(3) != null;
      int tab = rest.indexOf(":\t");
      int end = tab >= 0 ? tab : rest.indexOf(": ");
      end = end < 0 && rest.endsWith(":") ? rest.length() - 1 : end;
      if (time.isEmpty() || end <= 0 || end > LONGEST_HEAD) {
        return Optional.empty();
      }

      String head = rest.substring(0, end).strip();
      String name = byClient ? TO.split(head, 2)[0].strip() : head;
      boolean tabbed = tab >= 0 && matcher.group(2).indexOf('\t') >= 0;
      String text = rest.substring(end + 1).strip();
      return name.isEmpty()
          ? Optional.empty()
          : Optional.of(new Begin(time.getAsLong(), byClient, tabbed, name, text));
    }
  }

  @Override
  public String name() {
    return "zoom-chat";
  }

  @Override
  public String example() {
    return """
        00:01:34\tAna Silva:\tWhat does it cost?
        00:01:50\t From Ben Ito to Everyone:\tI will send the prices.
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    Optional<Begin> first =
        text.head().stream().filter(line -> !line.isBlank()).findFirst().flatMap(Begin::of);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    if (first.get().byClient() || first.get().tabbed()) {
      return Optional.of("it begins with a time, a name and a message between tabs");
    }

    // without tabs it may as well be speech: here, and only here, the file's name decides
    return fileName(path).contains(CHANNEL)
        ? Optional.of("it begins with a time and a name, and the file is called a chat")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    Cues cues = new Cues(text.limits());
    Begin open = null;
    boolean wallClock = false;
    StringBuilder message = new StringBuilder();
    List<String> lines = text.lines();
    for (int i = 0; i < lines.size(); i++) {
      Optional<Begin> begin = Begin.of(lines.get(i));
      if (begin.isPresent()) {
        add(open, message, wallClock, cues);
        wallClock = open == null ? isWallClock(begin.get()) : wallClock;
        open = begin.get();
        message.setLength(0);
        message.append(open.text());
      } else if (open != null) {
        message.append('\n').append(lines.get(i));
      } else if (!lines.get(i).isBlank()) {
        throw UnreadableException.atLine(Reason.MALFORMED, i + 1);
      }
    }

    add(open, message, wallClock, cues);
    return cues.transcript(name());
  }

  private static boolean isWallClock(Begin first) {
    return first.byClient() && first.millis() >= LATEST_RECORDING_MILLIS;
  }

  private static void add(Begin begin, StringBuilder message, boolean wallClock, Cues cues)
      throws UnreadableException {
    String text = message.toString().strip();
    if (begin == null || text.isEmpty()) {
      return;
    }

    Long at = wallClock ? null : (Long) begin.millis();
    cues.add(new Cue(at, at, begin.name(), Speaker.UNKNOWN, CHANNEL, text, List.of()));
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
