package io.talktrack.transcript;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Google's Speech-to-Text answers, in version 1 and 2, as its JSON or with protocol buffers'
 * own field names, alone or as the response of a finished operation.
 */
final class GoogleSpeech implements TranscriptFormat {
  record Result(
      List<Alternative> alternatives,
      @JsonAlias("channel_tag") String channelTag,
      @JsonAlias({"result_end_time", "resultEndOffset", "result_end_offset"})
          JsonNode resultEndTime) {
    List<Spoken> words() {
      return alternatives.isEmpty() ? List.of() : alternatives.get(0).words();
    }

    /** Numbered from 1: 0 is a protocol buffer's way to say that nothing is known. */
    String channel() {
      return isStated(channelTag) ? channelTag : null;
    }

    boolean isDiarised() {
      return words().stream().anyMatch(word -> word.speaker() != null);
    }
  }

  record Alternative(String transcript, Double confidence, List<Spoken> words) {}

  record Spoken(
      String word,
      @JsonAlias({"start_time", "startOffset", "start_offset"}) JsonNode startTime,
      @JsonAlias({"end_time", "endOffset", "end_offset"}) JsonNode endTime,
      Double confidence,
      @JsonAlias("speaker_tag") String speakerTag,
      @JsonAlias("speaker_label") String speakerLabel) {
    String speaker() {
      return isStated(speakerLabel) ? speakerLabel : isStated(speakerTag) ? speakerTag : null;
    }

    Word heard() throws UnreadableException {
      // 0 is never written by protocol buffers, and a confidence of 0 means that there is none
      Long start = startTime == null && endTime != null ? Long.valueOf(0) : millis(startTime);
      boolean sure = confidence != null && confidence > 0;
      return HeardWords.word(start, millis(endTime), word, sure ? confidence : null);
    }
  }

  @Override
  public String name() {
    return "google-speech";
  }

  @Override
  public String example() {
    return """
    {"results": [{"alternatives": [{"transcript": "What does it cost?", "confidence": 0.98,
      "words": [{"startTime": "1.300s", "endTime": "1.700s", "word": "What"}]}]}]}
    """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    JsonShape json = text.json();
    boolean isResults =
        json.has("results[].alternatives[].transcript")
            || json.has("results[].alternatives[].words")
            || json.has("response.results[].alternatives");
    return isResults
        ? Optional.of("its results have alternatives with a transcript or words")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<Result> results = new ArrayList<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "results" -> JsonDocument.eachElement(value, Result.class, results::add);
            case "response" ->
                JsonDocument.eachField(
                    value,
                    (inner, within) -> {
                      if (inner.equals("results")) {
                        JsonDocument.eachElement(within, Result.class, results::add);
                      } else {
                        within.skipChildren();
                      }
                    });
            default -> value.skipChildren();
          }
        });

    return cues(results, text.limits()).transcript(name(), name(), null, null);
  }

  static Cues cues(List<Result> results, Limits limits) throws UnreadableException {
    SpeechCues cues = new SpeechCues(limits);
    for (Result result : saidOnce(results)) {
      if (!result.alternatives().isEmpty()) {
        add(result, cues);
      }
    }

    return cues.done();
  }

  private static void add(Result result, SpeechCues cues) throws UnreadableException {
    if (result.isDiarised()) {
      for (Spoken spoken : result.words()) {
        cues.word(Voice.of(spoken.speaker(), result.channel()), spoken.heard());
      }

      cues.endCue();
      return;
    }

    HeardWords words = new HeardWords();
    for (Spoken spoken : result.words()) {
      words.add(spoken.heard());
    }

    cues.segment(
        Voice.of(null, result.channel()),
        null,
        words.isEmpty() ? millis(result.resultEndTime()) : null,
        result.alternatives().get(0).transcript(),
        words);
  }

  /** Version 1 tells speakers apart in a last result, which repeats the words of all before it. */
  private static List<Result> saidOnce(List<Result> results) throws UnreadableException {
    List<Result> withWords = results.stream().filter(it -> !it.words().isEmpty()).toList();
    if (withWords.size() < 2) {
      return results;
    }

    Result last = withWords.get(withWords.size() - 1);
    Long first = withWords.get(0).words().get(0).heard().startMillis();
    Long again = last.words().get(0).heard().startMillis();
    boolean repeats = first != null && again != null && again <= first;
    return last.isDiarised() && repeats ? List.of(last) : results;
  }

  private static boolean isStated(String tag) {
    return tag != null && !tag.isBlank() && !tag.equals("0");
  }

  /** Either "1.300s" or {"seconds": "1", "nanos": 300000000}, where zeros may be missing. */
  private static Long millis(JsonNode duration) throws UnreadableException {
    if (duration == null || duration.isNull()) {
      return null;
    }

    if (duration.isObject()) {
      return JsonTimes.millis(
          number(duration.path("seconds")) + number(duration.path("nanos")) / 1e9);
    }

    String text = duration.asText();
    return JsonTimes.millis(
        number(text.endsWith("s") ? text.substring(0, text.length() - 1) : text));
  }

  private static double number(JsonNode node) throws UnreadableException {
    return node.isMissingNode() ? 0 : number(node.asText());
  }

  private static double number(String text) throws UnreadableException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException unknown) {
      throw UnreadableException.file(Reason.BAD_TIMES);
    }
  }
}
