package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The podcast namespace's JSON, whose segments are captions or single words. */
final class PodcastJson implements TranscriptFormat {
  private static final int SINGLE_WORDS_PERCENT = 90;

  record Segment(String speaker, Double startTime, Double endTime, String body) {
    boolean isNamed() {
      return speaker != null && !speaker.isBlank();
    }

    boolean isSpace() {
      return body == null || body.isBlank();
    }

    boolean isSingleWord() {
      return !isSpace() && body.strip().chars().noneMatch(Character::isWhitespace);
    }

    boolean isMark() {
      return !isSpace() && body.codePoints().noneMatch(Character::isLetterOrDigit);
    }
  }

  @Override
  public String name() {
    return "podcast-json";
  }

  @Override
  public String example() {
    return """
        {"version": "1.0.0", "segments": [{"speaker": "Ana Silva",
          "startTime": 1.0, "endTime": 4.0, "body": "What does it cost?"}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().has("segments[].startTime", "segments[].body")
        ? Optional.of("its segments have startTime and body")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<Segment> segments = new ArrayList<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          if (field.equals("segments")) {
            JsonDocument.eachElement(value, Segment.class, segments::add);
          } else {
            value.skipChildren();
          }
        });

    List<Segment> named = areNamedAtChanges(segments) ? namedThroughout(segments) : segments;
    SpeechCues cues = new SpeechCues(text.limits());
    if (areWords(named)) {
      addWords(named, cues);
    } else {
      addCaptions(named, cues);
    }

    return LabelledCues.of(cues.done().list(), text.limits()).transcript(name());
  }

  /** Where the same name never comes twice in a row, it holds until the next. */
  private static boolean areNamedAtChanges(List<Segment> segments) {
    String last = null;
    for (Segment segment : segments) {
      if (segment.isNamed() && segment.speaker().equals(last)) {
        return false;
      }

      last = segment.isNamed() ? segment.speaker() : last;
    }

    return !segments.isEmpty() && segments.get(0).isNamed();
  }

  private static List<Segment> namedThroughout(List<Segment> segments) {
    List<Segment> named = new ArrayList<>();
    String held = null;
    for (Segment segment : segments) {
      held = segment.isNamed() ? segment.speaker() : held;
      named.add(new Segment(held, segment.startTime(), segment.endTime(), segment.body()));
    }

    return named;
  }

  private static boolean areWords(List<Segment> segments) {
    long said = segments.stream().filter(segment -> !segment.isSpace()).count();
    long single = segments.stream().filter(Segment::isSingleWord).count();
    return said > 1 && single * 100 >= said * SINGLE_WORDS_PERCENT;
  }

  /** Some write their spaces as segments too; what no space parts is then one word. */
  private static void addWords(List<Segment> segments, SpeechCues cues) throws UnreadableException {
    boolean spaces = segments.stream().anyMatch(Segment::isSpace);
    boolean spaced = true;
    for (Segment segment : segments) {
      if (segment.isSpace()) {
        spaced = true;
        continue;
      }

      if (segment.isMark()) {
        cues.close(segment.body().strip());
      } else {
        if (spaces && !spaced) {
          cues.glueNext();
        }

        cues.word(
            Voice.of(segment.speaker()),
            HeardWords.word(
                JsonTimes.millis(segment.startTime()),
                JsonTimes.millis(segment.endTime()),
                segment.body(),
                null));
      }

      spaced = false;
    }
  }

  private static void addCaptions(List<Segment> segments, SpeechCues cues)
      throws UnreadableException {
    for (Segment segment : segments) {
      cues.segment(
          Voice.of(segment.speaker()),
          JsonTimes.millis(segment.startTime()),
          JsonTimes.millis(segment.endTime()),
          segment.body(),
          new HeardWords());
    }
  }
}
