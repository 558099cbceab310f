package io.talktrack.transcript;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** SubRip (.srt): a counter, a time line, text. Its counters may be missing and its dots commas. */
final class SubRip implements TranscriptFormat {
  private static final Pattern COUNTER = Pattern.compile("\\s*+\\d{1,9}\\s*+");
  private static final Pattern TAG =
      Pattern.compile("</?(?:i|b|u|s|font|c)(?:[ .][^<>]{0,200})?>|\\{\\\\[^{}]{0,200}\\}");

  @Override
  public String name() {
    return "srt";
  }

  @Override
  public String example() {
    return """
        1
        00:00:01,000 --> 00:00:04,000
        Ana Silva: What does it cost?
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    List<String> first = text.head().stream().filter(line -> !line.isBlank()).limit(2).toList();
    boolean counted = first.size() == 2 && isCounter(first.get(0)) && isTimeLine(first.get(1));
    boolean uncounted = !first.isEmpty() && isTimeLine(first.get(0));
    return counted || uncounted
        ? Optional.of("it begins with a time line of the form 00:00:01,000 --> 00:00:02,000")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<String> lines = text.lines();
    if (text.endsInsideLine() && isTimeLine(lines.get(lines.size() - 1))) {
      throw UnreadableException.atLine(Reason.TORN, lines.size());
    }

    Cues cues = new Cues(text.limits());
    for (Block block : blocks(lines)) {
      Optional<Cue> cue = block.cue();
      if (cue.isPresent()) {
        cues.add(cue.get());
      }
    }

    if (!cues.list().isEmpty() && cues.list().stream().allMatch(cue -> cue.startMillis() == null)) {
      throw UnreadableException.atLine(Reason.BAD_TIMES, 1);
    }

    return LabelledCues.of(cues.list(), text.limits()).transcript(name());
  }

  private record Block(Optional<VttTimes> times, List<String> text) {
    Optional<Cue> cue() {
      String words = TAG.matcher(String.join("\n", text)).replaceAll("").strip();
      if (words.isEmpty()) {
        return Optional.empty();
      }

      Long start = times.map(VttTimes::startMillis).orElse(null);
      Long end = times.map(VttTimes::endMillis).orElse(null);
      return Optional.of(new Cue(start, end, null, Speaker.UNKNOWN, null, words, List.of()));
    }
  }

  private static List<Block> blocks(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    Block open = new Block(Optional.empty(), new ArrayList<>());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean begins = i == 0 || lines.get(i - 1).isBlank();
      boolean timeNext = i + 1 < lines.size() && isArrow(lines.get(i + 1));
      boolean counter = begins && isCounter(line);
      if (isArrow(line)) {
        blocks.add(open);
        open = new Block(VttTimes.lenient(line), new ArrayList<>());
      } else if (counter && !timeNext && isUntimedBlock(lines, i, blocks.size())) {
        blocks.add(open);
        open = new Block(Optional.empty(), new ArrayList<>());
      } else if (!(counter && timeNext)) {
        open.text().add(line);
      }
    }

    blocks.add(open);
    return blocks;
  }

  /** A counter that is next in turn, but whose time line is missing: its words have no time. */
  private static boolean isUntimedBlock(List<String> lines, int at, int blocksBefore) {
    boolean hasText = at + 1 < lines.size() && !lines.get(at + 1).isBlank();
    return hasText && Integer.parseInt(lines.get(at).strip()) == blocksBefore + 1;
  }

  private static boolean isCounter(String line) {
    return COUNTER.matcher(line).matches();
  }

  private static boolean isArrow(String line) {
    return line.contains(VttTimes.ARROW) && startsWithDigit(line.strip());
  }

  private static boolean startsWithDigit(String line) {
    return !line.isEmpty() && Character.isDigit(line.charAt(0));
  }

  private static boolean isTimeLine(String line) {
    return VttTimes.lenient(line).isPresent();
  }
}
