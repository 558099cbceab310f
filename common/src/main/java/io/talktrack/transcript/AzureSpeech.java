package io.talktrack.transcript;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Azure's speech service writes: batch transcription since version 2, fast transcription, and
 * detailed results of real-time recognition, one of them or a list.
 */
final class AzureSpeech implements TranscriptFormat {
  private static final String PHRASES = "recognizedPhrases";
  private static final String FAST_PHRASES = "phrases";
  private static final String FILES = "AudioFileResults";

  record File(@JsonAlias("SegmentResults") List<Phrase> phrases) {}

  /** In batch results {@code offset} is an ISO duration, in real-time ones a number of ticks. */
  record Phrase(
      @JsonAlias("ChannelNumber") String channel,
      @JsonAlias("SpeakerId") String speaker,
      @JsonAlias("Offset") String offset,
      @JsonAlias("Duration") String duration,
      @JsonAlias("OffsetInTicks") Double offsetInTicks,
      @JsonAlias("DurationInTicks") Double durationInTicks,
      Double offsetMilliseconds,
      Double durationMilliseconds,
      String text,
      Double confidence,
      List<Spoken> words,
      @JsonAlias("NBest") List<Guess> nBest,
      @JsonAlias("DisplayText") String displayText) {
    Long startMillis() throws UnreadableException {
      return millis(offsetMilliseconds, offsetInTicks, offset);
    }

    Long lengthMillis() throws UnreadableException {
      return millis(durationMilliseconds, durationInTicks, duration);
    }
  }

  record Guess(
      @JsonAlias("Confidence") Double confidence,
      @JsonAlias("Lexical") String lexical,
      @JsonAlias("ITN") String itn,
      @JsonAlias("Display") String display,
      @JsonAlias("Words") List<Spoken> words,
      @JsonAlias("DisplayWords") List<Spoken> displayWords) {
    String text() {
      return isStated(display) ? display : isStated(itn) ? itn : lexical;
    }

    /** Those that the text is made of, where they were asked for. */
    List<Spoken> heard() {
      return displayWords.isEmpty() ? words : displayWords;
    }
  }

  record Spoken(
      @JsonAlias({"word", "Word", "displayText", "DisplayText"}) String text,
      @JsonAlias("Offset") String offset,
      @JsonAlias("Duration") String duration,
      @JsonAlias("OffsetInTicks") Double offsetInTicks,
      @JsonAlias("DurationInTicks") Double durationInTicks,
      Double offsetMilliseconds,
      Double durationMilliseconds,
      @JsonAlias("Confidence") Double confidence) {
    Word heard() throws UnreadableException {
      Long start = millis(offsetMilliseconds, offsetInTicks, offset);
      Long length = millis(durationMilliseconds, durationInTicks, duration);
      return HeardWords.word(start, JsonTimes.sum(start, length), text, confidence);
    }
  }

  @Override
  public String name() {
    return "azure-speech";
  }

  @Override
  public String example() {
    return """
        {"source": "call.wav", "recognizedPhrases": [{"recognitionStatus": "Success", "channel": 0,
          "speaker": 1, "offset": "PT1S", "duration": "PT3S",
          "nBest": [{"confidence": 0.98, "display": "What does it cost?"}]}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    JsonShape json = text.json();
    if (json.has("[].NBest") || json.has("NBest", "Offset")) {
      return Optional.of("it is results with NBest");
    }

    boolean isFast = json.has("phrases[].offsetMilliseconds") || json.has("combinedPhrases");
    return json.has(PHRASES) || json.has(FILES) || isFast
        ? Optional.of("it has recognised phrases")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<Phrase> phrases = phrases(text);
    SpeechCues cues = new SpeechCues(text.limits());
    for (Phrase phrase : phrases) {
      add(phrase, cues);
    }

    return cues.done().transcript(name(), name(), null, null);
  }

  private static List<Phrase> phrases(SourceText text) throws UnreadableException {
    List<Phrase> phrases = new ArrayList<>();
    if (text.json().has("[].NBest")) {
      JsonDocument.eachElement(text, Phrase.class, phrases::add);
      return phrases;
    }

    if (text.json().has("NBest")) {
      phrases.add(JsonDocument.whole(text, Phrase.class));
      return phrases;
    }

    List<File> files = new ArrayList<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case PHRASES, FAST_PHRASES ->
                JsonDocument.eachElement(value, Phrase.class, phrases::add);
            case FILES -> JsonDocument.eachElement(value, File.class, files::add);
            default -> value.skipChildren();
          }
        });
    if (files.size() > 1) {
      throw UnreadableException.file(Reason.SEVERAL_CALLS);
    }

    files.forEach(file -> phrases.addAll(file.phrases()));
    return phrases;
  }

  private static void add(Phrase phrase, SpeechCues cues) throws UnreadableException {
    // nothing is guessed where nothing was recognised
    Optional<Guess> best = phrase.nBest().stream().findFirst();
    HeardWords words = new HeardWords();
    for (Spoken spoken : best.map(Guess::heard).orElse(phrase.words())) {
      words.add(spoken.heard());
    }

    Long start = phrase.startMillis();
    String text = isStated(phrase.text()) ? phrase.text() : phrase.displayText();
    cues.segment(
        Voice.of(phrase.speaker(), phrase.channel()),
        start,
        JsonTimes.sum(start, phrase.lengthMillis()),
        best.map(Guess::text).orElse(text),
        words);
  }

  private static Long millis(Double millis, Double ticks, String stated)
      throws UnreadableException {
    if (millis != null) {
      return JsonTimes.ofMillis(millis);
    }
    if (ticks != null) {
      return JsonTimes.ofTicks(ticks);
    }

    boolean isNumber = isStated(stated) && Character.isDigit(stated.charAt(0));
    return isNumber ? JsonTimes.ofTicks(number(stated)) : JsonTimes.ofIso(stated);
  }

  private static double number(String ticks) throws UnreadableException {
    try {
      return Double.parseDouble(ticks);
    } catch (NumberFormatException unknown) {
      throw UnreadableException.file(Reason.BAD_TIMES);
    }
  }

  private static boolean isStated(String text) {
    return text != null && !text.isBlank();
  }
}
