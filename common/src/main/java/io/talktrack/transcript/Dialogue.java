package io.talktrack.transcript;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.SpeakerLabels.Labelled;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text in which names stand before what they said, with or without times. */
final class Dialogue implements TranscriptFormat {
  private static final String TIME = "(\\d{1,3}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?)";
  private static final Pattern TIME_FIRST =
      Pattern.compile("\\s*+[\\[(（【]?" + TIME + "[\\])）】]?\\s*+[-–—]?\\s*+(.*)");
  private static final Pattern TIME_BEFORE_COLON =
      Pattern.compile("\\s{0,3}[\\[(（【]" + TIME + "[\\])）】]\\s{0,3}([:：])");
  private static final int NAME_AND_TIME = 100;
  private static final int LATEST_FIRST_NAME = 10;
  private static final int FEWEST_NAMED_PERCENT = 20;

  private record Line(Long millis, String words) {
    static Line of(String raw) {
      Matcher first = TIME_FIRST.matcher(raw);
      if (first.matches() && SpeakerLabels.candidate(first.group(2)).isPresent()) {
        return new Line(millis(first.group(1)), first.group(2));
      }

      Matcher inner =
          TIME_BEFORE_COLON.matcher(raw).region(0, Math.min(raw.length(), NAME_AND_TIME));
      if (inner.find()) {
        String words =
            raw.substring(0, inner.start()) + inner.group(2) + raw.substring(inner.end());
        return new Line(millis(inner.group(1)), words);
      }

      return new Line(null, raw);
    }

    private static Long millis(String time) {
      OptionalLong millis = TimeCode.parse(time);
      return millis.isPresent() ? (Long) millis.getAsLong() : null;
    }
  }

  @Override
  public String name() {
    return "dialogue";
  }

  @Override
  public String example() {
    return """
        [00:00:01] Ana Silva: What does it cost?
        Ben Ito (00:00:05): That depends on the number of seats.
        Ana Silva: Say forty.
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    List<String> lines =
        text.head().stream()
            .filter(line -> !line.isBlank())
            .map(line -> Line.of(line).words())
            .toList();
    SpeakerLabels labels = SpeakerLabels.of(lines);
    long named = lines.stream().filter(line -> labels.split(line).isPresent()).count();
    boolean early =
        lines.stream().limit(LATEST_FIRST_NAME).anyMatch(line -> labels.split(line).isPresent());
    return labels.found() && early && named * 100 >= (long) lines.size() * FEWEST_NAMED_PERCENT
        ? Optional.of(
            "%d of the first %d lines begin with a speaker who comes back"
                .formatted(named, lines.size()))
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<Line> lines = text.lines().stream().map(Line::of).toList();
    SpeakerLabels labels = SpeakerLabels.of(lines.stream().map(Line::words).toList());
    Cues cues = new Cues(text.limits());
    String speaker = null;
    Long start = null;
    StringBuilder words = new StringBuilder();
    for (Line line : lines) {
      Optional<Labelled> labelled = labels.split(line.words());
      if (labelled.isPresent()) {
        add(start, speaker, words, cues);
        speaker = labelled.get().name();
        start = line.millis();
        words.setLength(0);
        words.append(labelled.get().text());
      } else {
        words.append('\n').append(line.words());
      }
    }

    add(start, speaker, words, cues);
    return cues.transcript(name());
  }

  private static void add(Long start, String speaker, StringBuilder words, Cues cues)
      throws UnreadableException {
    String text = words.toString().strip();
    if (!text.isEmpty()) {
      cues.add(new Cue(start, null, speaker, Speaker.UNKNOWN, null, text, List.of()));
    }
  }
}
