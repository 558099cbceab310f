package io.talktrack.transcript;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** WebVTT, as Zoom, Teams and caption tools write it. */
final class WebVtt implements TranscriptFormat {
  private static final Pattern TEAMS_ID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/\\d+-\\d+");

  @Override
  public String name() {
    return "webvtt";
  }

  @Override
  public String example() {
    return """
        WEBVTT

        1
        00:00:01.000 --> 00:00:04.000
        <v Ana Silva>What does it cost?</v>
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return VttFile.isSigned(text.head())
        ? Optional.of("the first line is WEBVTT")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<String> lines = text.lines();
    if (text.endsInsideLine() && lines.get(lines.size() - 1).contains(VttTimes.ARROW)) {
      throw UnreadableException.atLine(Reason.TORN, lines.size());
    }

    List<VttCue> blocks = VttFile.cues(lines);
    refuseUntimed(blocks);
    Cues cues = new Cues(text.limits());
    for (VttCue block : blocks) {
      for (Cue cue : cues(block)) {
        cues.add(cue);
      }
    }

    boolean teams = blocks.stream().allMatch(block -> TEAMS_ID.matcher(block.id()).matches());
    return LabelledCues.of(cues.list(), text.limits())
        .transcript(name(), teams ? "teams" : null, null, null);
  }

  private static void refuseUntimed(List<VttCue> blocks) throws UnreadableException {
    if (!blocks.isEmpty() && blocks.stream().noneMatch(VttCue::isTimed)) {
      throw UnreadableException.atLine(Reason.BAD_TIMES, blocks.get(0).line());
    }
  }

  /** A cue per voice: a block may hold several. Words whose time is broken are kept untimed. */
  private static List<Cue> cues(VttCue block) {
    List<Cue> cues = new ArrayList<>();
    List<CueText.Span> spans = CueText.spoken(block.text()).spans();
    int from = 0;
    for (int i = 1; i <= spans.size(); i++) {
      boolean ends =
          i == spans.size() || !Objects.equals(spans.get(i).voice(), spans.get(from).voice());
      if (ends) {
        cue(block, spans.subList(from, i)).ifPresent(cues::add);
        from = i;
      }
    }

    return cues;
  }

  private static Optional<Cue> cue(VttCue block, List<CueText.Span> spans) {
    StringBuilder text = new StringBuilder();
    spans.forEach(span -> text.append(span.text()));
    if (text.toString().isBlank()) {
      return Optional.empty();
    }

    String voice = spans.get(0).voice();
    return Optional.of(
        new Cue(
            block.startMillis(),
            block.endMillis(),
            voice == null || voice.isEmpty() ? null : voice,
            Speaker.UNKNOWN,
            null,
            text.toString().strip(),
            words(spans)));
  }

  /** Inline times, as YouTube writes them, say when the word behind them begins. */
  private static List<Word> words(List<CueText.Span> spans) {
    if (spans.stream().allMatch(span -> span.atMillis() == null)) {
      return List.of();
    }

    List<Word> words = new ArrayList<>();
    for (CueText.Span span : spans) {
      Long start = span.atMillis();
      for (String word : span.text().strip().split("\\s+", -1)) {
        if (!word.isEmpty()) {
          words.add(new Word(start, null, word, null));
          start = null;
        }
      }
    }

    return words;
  }
}
