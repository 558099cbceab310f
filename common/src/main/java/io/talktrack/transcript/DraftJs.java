package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A transcript as react-transcript-editor keeps it: paragraphs whose words are Draft.js entities.
 */
final class DraftJs implements TranscriptFormat {
  record Block(String text, Data data, List<Range> entityRanges) {}

  record Data(String speaker, Double start) {}

  record Range(Integer offset, Integer length, String key) {
    /** What the range covers of the text, which a person may have shortened since. */
    String of(String text) {
      int from = offset == null ? 0 : Math.max(0, Math.min(offset, text.length()));
      int most = text.length() - from;
      return text.substring(
          from, from + (length == null ? 0 : Math.max(0, Math.min(length, most))));
    }
  }

  record Entity(Spoken data) {}

  record Spoken(Double start, Double end, Double confidence) {}

  @Override
  public String name() {
    return "draftjs";
  }

  @Override
  public String example() {
    return """
        {"blocks": [{"key": "ac6nu", "text": "Forty.", "type": "paragraph",
          "data": {"speaker": "Ana Silva", "start": 1.0},
          "entityRanges": [{"offset": 0, "length": 6, "key": 0}]}],
         "entityMap": {"0": {"type": "WORD", "data": {"start": 1.0, "end": 1.4}}}}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().has("blocks[].text", "entityMap")
        ? Optional.of("it has blocks of text and an entityMap")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<Block> blocks = new ArrayList<>();
    Map<String, Spoken> words = new HashMap<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "blocks" -> JsonDocument.eachElement(value, Block.class, blocks::add);
            case "entityMap" ->
                JsonDocument.eachField(
                    value,
                    (key, entity) -> {
                      Entity read = JsonDocument.value(entity, Entity.class);
                      words.put(key, read == null ? null : read.data());
                    });
            default -> value.skipChildren();
          }
        });

    SpeechCues cues = new SpeechCues(text.limits());
    for (Block block : blocks) {
      add(block, words, cues);
    }

    return cues.done().transcript(name());
  }

  private static void add(Block block, Map<String, Spoken> words, SpeechCues cues)
      throws UnreadableException {
    if (block.text() == null) {
      return;
    }

    HeardWords heard = new HeardWords();
    for (Range range : block.entityRanges()) {
      Spoken spoken = words.get(range.key());
      if (spoken != null) {
        heard.add(
            HeardWords.word(
                JsonTimes.millis(spoken.start()),
                JsonTimes.millis(spoken.end()),
                range.of(block.text()),
                spoken.confidence()));
      }
    }

    Data data = block.data() == null ? new Data(null, null) : block.data();
    cues.segment(
        Voice.of(data.speaker()), JsonTimes.millis(data.start()), null, block.text(), heard);
  }
}
