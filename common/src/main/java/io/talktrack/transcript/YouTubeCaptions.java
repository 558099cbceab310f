package io.talktrack.transcript;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SubViewer as YouTube writes it (.sbv): two times with a comma between them, text, a blank. */
final class YouTubeCaptions implements TranscriptFormat {
  private static final String TIME = "(\\d{1,6}:\\d{2}:\\d{2}\\.\\d{1,3})";
  private static final Pattern TIMES =
      Pattern.compile("\\s*+" + TIME + ",[ \\t]?" + TIME + "\\s*+");
  // what stands where the times belong, but with a slip in it
  private static final Pattern BROKEN_TIMES =
      Pattern.compile("\\s*+\\d[\\w.]{0,9}:[\\w.:]{1,20},[ \\t]?\\d[\\w.]{0,9}:[\\w.:]{1,20}\\s*+");

  @Override
  public String name() {
    return "sbv";
  }

  @Override
  public String example() {
    return """
        0:00:01.000,0:00:04.000
        What does it cost?

        0:00:05.000,0:00:08.000
        That depends on the number of seats.
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    Optional<String> first = text.head().stream().filter(line -> !line.isBlank()).findFirst();
    return first.isPresent() && TIMES.matcher(first.get()).matches()
        ? Optional.of("it begins with a time line of the form 0:00:01.000,0:00:02.000")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<String> lines = text.lines();
    if (text.endsInsideLine() && TIMES.matcher(lines.get(lines.size() - 1)).matches()) {
      throw UnreadableException.atLine(Reason.TORN, lines.size());
    }

    Cues cues = new Cues(text.limits());
    List<String> block = new ArrayList<>();
    for (String line : lines) {
      boolean timed = TIMES.matcher(line).matches();
      if (line.isBlank() || timed) {
        add(block, cues);
        block.clear();
      }

      if (!line.isBlank()) {
        block.add(line);
      }
    }

    add(block, cues);
    return LabelledCues.of(cues.list(), text.limits()).transcript(name());
  }

  /** Words whose time line is missing or broken are kept untimed. */
  private static void add(List<String> block, Cues cues) throws UnreadableException {
    if (block.isEmpty()) {
      return;
    }

    Matcher times = TIMES.matcher(block.get(0));
    boolean timed = times.matches();
    boolean headed = timed || BROKEN_TIMES.matcher(block.get(0)).matches();
    String words = String.join("\n", block.subList(headed ? 1 : 0, block.size())).strip();
    if (!words.isEmpty()) {
      cues.add(
          new Cue(
              timed ? millis(times.group(1)) : null,
              timed ? millis(times.group(2)) : null,
              null,
              Speaker.UNKNOWN,
              null,
              words,
              List.of()));
    }
  }

  private static Long millis(String time) {
    OptionalLong millis = TimeCode.parse(time);
    return millis.isPresent() ? (Long) millis.getAsLong() : null;
  }
}
