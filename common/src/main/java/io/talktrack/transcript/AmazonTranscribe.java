package io.talktrack.transcript;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.talktrack.call.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an Amazon Transcribe job writes, with speakers, channels or neither; also its items alone.
 */
final class AmazonTranscribe implements TranscriptFormat {
  static final String SYSTEM = "amazon-transcribe";

  private static final String MARK = "punctuation";

  /** {@code items} and {@code audioSegments} say the same; only the first has the words' times. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Results(
      List<Item> items,
      SpeakerLabels speakerLabels,
      ChannelLabels channelLabels,
      List<AudioSegment> audioSegments) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Item(
      Double startTime,
      Double endTime,
      List<Alternative> alternatives,
      String type,
      String speakerLabel,
      String channelLabel) {}

  record Alternative(Double confidence, String content) {}

  record SpeakerLabels(List<Segment> segments) {}

  record Segment(List<Label> items) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Label(Double startTime, String speakerLabel) {}

  record ChannelLabels(List<Channel> channels) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Channel(String channelLabel, List<Item> items) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record AudioSegment(
      Double startTime,
      Double endTime,
      String speakerLabel,
      String channelLabel,
      String transcript) {}

  @Override
  public String name() {
    return "amazon-transcribe";
  }

  @Override
  public String example() {
    return """
        {"jobName": "call-0042", "results": {"transcripts": [{"transcript": "Forty."}], "items": [
          {"type": "pronunciation", "start_time": "1.0", "end_time": "1.4",
           "speaker_label": "spk_0", "alternatives": [{"confidence": "0.98", "content": "Forty"}]},
          {"type": "punctuation", "alternatives": [{"content": "."}]}]}}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    JsonShape json = text.json();
    if (json.has("[].alternatives[].content", "[].type")) {
      return Optional.of("it is a list of items with type and alternatives");
    }

    return json.has("results.items") || json.has("results.audio_segments")
        ? Optional.of("its results have items")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    SpeechCues cues = new SpeechCues(text.limits());
    String[] job = new String[1];
    if (text.json().has("[].alternatives")) {
      List<Item> items = new ArrayList<>();
      JsonDocument.eachElement(text, Item.class, items::add);
      add(items, null, Map.of(), cues);
    } else {
      JsonDocument.eachField(
          text,
          (field, value) -> {
            switch (field) {
              case "jobName" -> job[0] = JsonDocument.value(value, String.class);
              case "results" -> add(JsonDocument.value(value, Results.class), cues);
              default -> value.skipChildren();
            }
          });
    }

    return cues.done().transcript(name(), SYSTEM, job[0], null);
  }

  private static void add(Results results, SpeechCues cues) throws UnreadableException {
    if (results == null) {
      return;
    }

    Map<Long, String> speakers = speakers(results.speakerLabels());
    if (results.channelLabels() != null && !results.channelLabels().channels().isEmpty()) {
      for (Channel channel : results.channelLabels().channels()) {
        add(channel.items(), channel.channelLabel(), speakers, cues);
      }
    } else if (!results.items().isEmpty()) {
      add(results.items(), null, speakers, cues);
    } else {
      for (AudioSegment segment : results.audioSegments()) {
        cues.segment(
            Voice.of(segment.speakerLabel(), segment.channelLabel()),
            JsonTimes.millis(segment.startTime()),
            JsonTimes.millis(segment.endTime()),
            segment.transcript(),
            new HeardWords());
      }
    }
  }

  private static void add(
      List<Item> items, String channel, Map<Long, String> speakers, SpeechCues cues)
      throws UnreadableException {
    for (Item item : items) {
      if (item.alternatives().isEmpty()) {
        continue;
      }

      Alternative best = item.alternatives().get(0);
      if (MARK.equals(item.type())) {
        cues.close(best.content());
        continue;
      }

      Long start = JsonTimes.millis(item.startTime());
      String speaker = item.speakerLabel() == null ? speakers.get(start) : item.speakerLabel();
      cues.word(
          Voice.of(speaker, item.channelLabel() == null ? channel : item.channelLabel()),
          HeardWords.word(
              start, JsonTimes.millis(item.endTime()), best.content(), best.confidence()));
    }

    cues.endCue();
  }

  /** Older files name the speaker of a word apart from it, by the time at which it begins. */
  private static Map<Long, String> speakers(SpeakerLabels labels) throws UnreadableException {
    Map<Long, String> speakers = new HashMap<>();
    if (labels != null) {
      for (Segment segment : labels.segments()) {
        for (Label label : segment.items()) {
          speakers.put(JsonTimes.millis(label.startTime()), label.speakerLabel());
        }
      }
    }

    return speakers;
  }
}
