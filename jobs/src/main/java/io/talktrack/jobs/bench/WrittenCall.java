package io.talktrack.jobs.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talktrack.call.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The formats in which the benchmark writes the calls that it makes. */
enum WrittenCall {
  WEB_VTT(".vtt") {
    @Override
    String write(String id, List<Cue> cues) {
      StringBuilder text = new StringBuilder("WEBVTT\n");
      for (Cue cue : cues) {
        text.append(
            "\n%s --> %s\n<v %s>%s\n"
                .formatted(
                    clock(cue.startMillis(), '.'),
                    clock(cue.endMillis(), '.'),
                    cue.speaker(),
                    cue.text().replace("&", "&amp;").replace("<", "&lt;")));
      }
      return text.toString();
    }
  },
  SUB_RIP(".srt") {
    @Override
    String write(String id, List<Cue> cues) {
      StringBuilder text = new StringBuilder();
      int number = 1;
      for (Cue cue : cues) {
        text.append(
            "%d\n%s --> %s\n%s: %s\n\n"
                .formatted(
                    number,
                    clock(cue.startMillis(), ','),
                    clock(cue.endMillis(), ','),
                    cue.speaker(),
                    cue.text()));
        number++;
      }
      return text.toString();
    }
  },
  DIALOGUE(".txt") {
    @Override
    String write(String id, List<Cue> cues) {
      StringBuilder text = new StringBuilder();
      for (Cue cue : cues) {
        text.append(
            "[%s] %s: %s\n"
                .formatted(
                    clock(cue.startMillis(), '.').substring(0, "00:00:00".length()),
                    cue.speaker(),
                    cue.text()));
      }
      return text.toString();
    }
  },
  ASSEMBLY_AI(".json") {
    @Override
    String write(String id, List<Cue> cues) {
      List<Map<String, Object>> utterances = new ArrayList<>();
      for (Cue cue : cues) {
        utterances.add(
            Map.of(
                "speaker", cue.speaker(),
                "start", cue.startMillis(),
                "end", cue.endMillis(),
                "text", cue.text(),
                "words", List.of()));
      }
      try {
        return JSON.writeValueAsString(
            Map.of("id", id, "status", "completed", "audio_url", id, "utterances", utterances));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A made call cannot be written as JSON", e);
      }
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String suffix;

  WrittenCall(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }

  /** The call as this format's file holds it; each cue has a speaker and both times. */
  abstract String write(String id, List<Cue> cues);

  private static String clock(long millis, char point) {
    return "%02d:%02d:%02d%c%03d"
        .formatted(
            millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, point, millis % 1000);
  }
}
