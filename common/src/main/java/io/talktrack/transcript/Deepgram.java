package io.talktrack.transcript;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import java.util.List;
import java.util.Optional;

/** What Deepgram answers for a recording: utterances where it was asked for them, else words. */
final class Deepgram implements TranscriptFormat {
  record Results(List<Channel> channels, List<Utterance> utterances) {}

  record Channel(List<Alternative> alternatives) {}

  record Alternative(String transcript, List<Spoken> words, Paragraphs paragraphs) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Spoken(
      String word,
      String punctuatedWord,
      Double start,
      Double end,
      Double confidence,
      String speaker) {
    Word heard() throws UnreadableException {
      return HeardWords.word(
          JsonTimes.millis(start),
          JsonTimes.millis(end),
          punctuatedWord == null ? word : punctuatedWord,
          confidence);
    }
  }

  record Utterance(
      Double start,
      Double end,
      String channel,
      String speaker,
      String transcript,
      List<Spoken> words) {}

  record Paragraphs(List<Paragraph> paragraphs) {}

  record Paragraph(String speaker, List<Sentence> sentences) {}

  record Sentence(String text, Double start, Double end) {}

  @Override
  public String name() {
    return "deepgram";
  }

  @Override
  public String example() {
    return """
        {"metadata": {"channels": 1}, "results": {"channels": [{"alternatives": [
          {"transcript": "What does it cost?", "words": [{"word": "what", "start": 1.0,
            "end": 1.4, "confidence": 0.98, "punctuated_word": "What", "speaker": 0}]}]}]}}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    JsonShape json = text.json();
    return json.has("results.channels") || json.has("results.utterances")
        ? Optional.of("its results have channels")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    SpeechCues cues = new SpeechCues(text.limits());
    JsonDocument.eachField(
        text,
        (field, value) -> {
          if (field.equals("results")) {
            add(JsonDocument.value(value, Results.class), cues);
          } else {
            value.skipChildren();
          }
        });
    return cues.done().transcript(name(), name(), null, null);
  }

  private static void add(Results results, SpeechCues cues) throws UnreadableException {
    if (results == null) {
      return;
    }

    if (results.utterances().isEmpty()) {
      for (int channel = 0; channel < results.channels().size(); channel++) {
        List<Alternative> alternatives = results.channels().get(channel).alternatives();
        if (!alternatives.isEmpty()) {
          add(alternatives.get(0), String.valueOf(channel), cues);
        }
      }
    }

    for (Utterance utterance : results.utterances()) {
      HeardWords words = new HeardWords();
      for (Spoken spoken : utterance.words()) {
        words.add(spoken.heard());
      }

      cues.segment(
          Voice.of(utterance.speaker(), utterance.channel()),
          JsonTimes.millis(utterance.start()),
          JsonTimes.millis(utterance.end()),
          utterance.transcript(),
          words);
    }
  }

  private static void add(Alternative best, String channel, SpeechCues cues)
      throws UnreadableException {
    for (Spoken spoken : best.words()) {
      cues.word(Voice.of(spoken.speaker(), channel), spoken.heard());
    }

    cues.endCue();
    if (!best.words().isEmpty()) {
      return;
    }

    if (best.paragraphs() == null) {
      cues.segment(Voice.of(null, channel), null, null, best.transcript(), new HeardWords());
      return;
    }

    for (Paragraph paragraph : best.paragraphs().paragraphs()) {
      for (Sentence sentence : paragraph.sentences()) {
        cues.segment(
            Voice.of(paragraph.speaker(), channel),
            JsonTimes.millis(sentence.start()),
            JsonTimes.millis(sentence.end()),
            sentence.text(),
            new HeardWords());
      }
    }
  }
}
