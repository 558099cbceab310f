package io.talktrack.transcript;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.talktrack.call.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The standard output for a recording of Amazon Bedrock Data Automation. */
final class AmazonBedrock implements TranscriptFormat {
  @JsonNaming(SnakeCaseStrategy.class)
  record Item(
      Integer itemIndex, String content, Double startTimestampMillis, Double endTimestampMillis) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Segment(
      Double startTimestampMillis,
      Double endTimestampMillis,
      String text,
      SpeakerLabel speaker,
      ChannelLabel channel,
      List<Integer> audioItemIndices) {
    Voice voice() {
      return Voice.of(
          speaker == null ? null : speaker.speakerLabel(),
          channel == null ? null : channel.channelLabel());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record SpeakerLabel(String speakerLabel) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ChannelLabel(String channelLabel) {}

  @Override
  public String name() {
    return "amazon-bedrock";
  }

  @Override
  public String example() {
    return """
        {"metadata": {"semantic_modality": "AUDIO"}, "audio_segments": [{"segment_index": 0,
          "start_timestamp_millis": 1000, "end_timestamp_millis": 4000,
          "text": "What does it cost?", "speaker": {"speaker_label": "spk_1"},
          "channel": {"channel_label": "ch_1"}, "audio_item_indices": []}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().has("audio_segments")
        ? Optional.of("it has audio_segments")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    Map<Integer, Item> items = new HashMap<>();
    List<Segment> segments = new ArrayList<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "audio_items" ->
                JsonDocument.eachElement(
                    value, Item.class, item -> items.put(item.itemIndex(), item));
            case "audio_segments" -> JsonDocument.eachElement(value, Segment.class, segments::add);
            default -> value.skipChildren();
          }
        });

    SpeechCues cues = new SpeechCues(text.limits());
    for (Segment segment : segments) {
      cues.segment(
          segment.voice(),
          JsonTimes.ofMillis(segment.startTimestampMillis()),
          JsonTimes.ofMillis(segment.endTimestampMillis()),
          segment.text(),
          words(segment, items));
    }

    return cues.done().transcript(name(), name(), null, null);
  }

  /** Its punctuation is told from its words by having no times. */
  private static HeardWords words(Segment segment, Map<Integer, Item> items)
      throws UnreadableException {
    HeardWords words = new HeardWords();
    for (Integer index : segment.audioItemIndices()) {
      Item item = items.get(index);
      if (item != null && item.startTimestampMillis() == null) {
        words.close(item.content());
      } else if (item != null) {
        words.add(
            HeardWords.word(
                JsonTimes.ofMillis(item.startTimestampMillis()),
                JsonTimes.ofMillis(item.endTimestampMillis()),
                item.content(),
                null));
      }
    }

    return words;
  }
}
