package io.talktrack.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import io.talktrack.transcript.UnreadableException.Reason;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Amazon's post-call analytics solution makes of an Amazon Transcribe job. */
final class AmazonPostCallAnalytics implements TranscriptFormat {
  private static final String HEADER = "ConversationAnalytics";
  private static final String SEGMENTS = "SpeechSegments";
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[ ]['T']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  @JsonNaming(UpperCamelCaseStrategy.class)
  record Header(
      @JsonProperty("GUID") String guid,
      String conversationTime,
      List<Label> speakerLabels,
      Map<String, Trend> sentimentTrends,
      List<SourceInformation> sourceInformation) {
    Optional<Job> job() {
      return orEmpty(sourceInformation).stream()
          .filter(source -> source != null && source.transcribeJobInfo() != null)
          .map(SourceInformation::transcribeJobInfo)
          .findFirst();
    }
  }

  @JsonNaming(UpperCamelCaseStrategy.class)
  record Label(String speaker, String displayText) {}

  @JsonNaming(UpperCamelCaseStrategy.class)
  record Trend(String nameOverride) {}

  @JsonNaming(UpperCamelCaseStrategy.class)
  record SourceInformation(Job transcribeJobInfo) {}

  /** Channel identification is written as 0 and 1, and as false and true. */
  @JsonNaming(UpperCamelCaseStrategy.class)
  record Job(String transcriptionJobName, String channelIdentification) {
    boolean isByChannel() {
      return "1".equals(channelIdentification) || "true".equals(channelIdentification);
    }
  }

  @JsonNaming(UpperCamelCaseStrategy.class)
  record Segment(
      Double segmentStartTime,
      Double segmentEndTime,
      String segmentSpeaker,
      @JsonProperty("IVRSegment") Boolean machine,
      String originalText,
      String displayText,
      List<Spoken> wordConfidence) {
    String text() {
      return originalText == null ? displayText : originalText;
    }
  }

  @JsonNaming(UpperCamelCaseStrategy.class)
  record Spoken(String text, Double confidence, Double startTime, Double endTime) {}

  @Override
  public String name() {
    return "amazon-post-call-analytics";
  }

  @Override
  public String example() {
    return """
        {"ConversationAnalytics": {"GUID": "8f1c", "ConversationTime": "2026-04-14 10:00:00",
          "SpeakerLabels": [{"Speaker": "spk_0", "DisplayText": "Agent"}]},
         "SpeechSegments": [{"SegmentStartTime": 1.0, "SegmentEndTime": 4.0,
          "SegmentSpeaker": "spk_0", "OriginalText": "What does it cost?", "WordConfidence": []}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().has(HEADER) ? Optional.of("it has " + HEADER) : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    Header[] header = new Header[1];
    // the segments need the header's labels, and nothing says that the header comes first
    JsonDocument.eachField(
        text,
        (field, value) -> {
          if (field.equals(HEADER)) {
            header[0] = JsonDocument.value(value, Header.class);
          } else {
            value.skipChildren();
          }
        });
    if (header[0] == null) {
      throw UnreadableException.file(Reason.MALFORMED);
    }

    Cues cues = new Cues(text.limits());
    Voices voices = Voices.of(header[0]);
    JsonDocument.eachElementOf(
        SEGMENTS, text, Segment.class, segment -> add(segment, voices, cues));
    return cues.transcript(
        name(), "amazon-transcribe", conversationId(header[0]), startedAt(header[0]));
  }

  private static void add(Segment segment, Voices voices, Cues cues) throws UnreadableException {
    if (segment.text() == null || segment.text().isBlank()) {
      return;
    }

    boolean machine = Boolean.TRUE.equals(segment.machine());
    String voice = segment.segmentSpeaker();
    cues.add(
        new Cue(
            JsonTimes.millis(segment.segmentStartTime()),
            JsonTimes.millis(segment.segmentEndTime()),
            machine ? "IVR" : voices.name(voice),
            machine ? Speaker.UNKNOWN : voices.side(voice),
            voices.byChannel() ? voice : null,
            segment.text().strip(),
            words(segment)));
  }

  private static List<Word> words(Segment segment) throws UnreadableException {
    List<Word> words = new ArrayList<>();
    for (Spoken spoken : orEmpty(segment.wordConfidence())) {
      if (spoken == null || spoken.text() == null) {
        throw UnreadableException.file(Reason.MALFORMED);
      }

      Long start = JsonTimes.millis(spoken.startTime());
      Long end = JsonTimes.millis(spoken.endTime());
      // the solution writes a word's start again as its end where it kept no end
      boolean ends = start != null && end != null && end > start;
      words.add(new Word(start, ends ? end : null, spoken.text().strip(), spoken.confidence()));
    }

    return words;
  }

  /** The labels that the file itself gives to {@code spk_0}, {@code spk_1}, … */
  private record Voices(Map<String, String> roles, Map<String, String> names, boolean byChannel) {
    static Voices of(Header header) {
      Map<String, String> roles = new HashMap<>();
      for (Label label : orEmpty(header.speakerLabels())) {
        if (label != null && label.displayText() != null) {
          roles.put(label.speaker(), label.displayText());
        }
      }

      Map<String, String> names = new HashMap<>(roles);
      if (header.sentimentTrends() != null) {
        header
            .sentimentTrends()
            .forEach(
                (voice, trend) -> {
                  if (trend != null && trend.nameOverride() != null) {
                    names.put(voice, trend.nameOverride());
                  }
                });
      }

      return new Voices(roles, names, header.job().map(Job::isByChannel).orElse(false));
    }

    String name(String voice) {
      return names.getOrDefault(voice, voice);
    }

    Speaker side(String voice) {
      return switch (roles.getOrDefault(voice, "").toUpperCase(Locale.ROOT)) {
        case "AGENT" -> Speaker.REP;
        case "CUSTOMER" -> Speaker.CUSTOMER;
        default -> Speaker.UNKNOWN;
      };
    }
  }

  private static String conversationId(Header header) {
    return stated(header.guid())
        .or(() -> header.job().flatMap(job -> stated(job.transcriptionJobName())))
        .orElse(null);
  }

  /**
   * A time without a zone is UTC: the solution takes it from a clock or file name in UTC, and its
   * ConversationLocation says only where to show it.
   */
  private static Instant startedAt(Header header) throws UnreadableException {
    Optional<String> time = stated(header.conversationTime());
    if (time.isEmpty()) {
      return null;
    }

    try {
      TemporalAccessor parsed =
          TIME.parseBest(time.get(), OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime zoned
          ? zoned.toInstant()
          : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException unknown) {
      throw UnreadableException.file(Reason.BAD_TIMES);
    }
  }

  /** Python writes a missing value as the word None. */
  private static Optional<String> stated(String value) {
    return Optional.ofNullable(value).filter(it -> !it.isBlank() && !it.equals("None"));
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
