package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What AssemblyAI answers: a transcript, or the sentences or paragraphs of one. */
final class AssemblyAi implements TranscriptFormat {
  /** A word, or any piece that has words. */
  record Piece(
      String text,
      Double start,
      Double end,
      Double confidence,
      String speaker,
      String channel,
      List<Piece> words) {
    Word heard() throws UnreadableException {
      return HeardWords.word(JsonTimes.ofMillis(start), JsonTimes.ofMillis(end), text, confidence);
    }

    Voice voice() {
      return Voice.of(speaker, channel);
    }
  }

  /** What the answer holds, the most readable pieces first. */
  private static final class Answer {
    private final List<Piece> utterances = new ArrayList<>();
    private final List<Piece> sentences = new ArrayList<>();
    private final List<Piece> paragraphs = new ArrayList<>();
    private final List<Piece> words = new ArrayList<>();
    private String text;

    List<Piece> pieces() {
      if (!utterances.isEmpty()) {
        return utterances;
      }

      return sentences.isEmpty() ? paragraphs : sentences;
    }
  }

  @Override
  public String name() {
    return "assemblyai";
  }

  @Override
  public String example() {
    return """
        {"id": "6a9z", "audio_url": "https://example.com/call.wav", "status": "completed",
         "text": "What does it cost?", "utterances": [{"speaker": "A", "start": 1000, "end": 4000,
          "confidence": 0.98, "text": "What does it cost?", "words": []}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    JsonShape json = text.json();
    boolean isAnswer = json.has("audio_url", "status") || json.has("id", "audio_duration");
    boolean isPieces =
        json.has("utterances[].start", "utterances[].text")
            || json.has("words[].text", "words[].confidence");
    return isAnswer || isPieces
        ? Optional.of("it has AssemblyAI's " + (isAnswer ? "answer" : "words or utterances"))
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    Answer answer = new Answer();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "utterances" ->
                JsonDocument.eachElement(value, Piece.class, answer.utterances::add);
            case "sentences" -> JsonDocument.eachElement(value, Piece.class, answer.sentences::add);
            case "paragraphs" ->
                JsonDocument.eachElement(value, Piece.class, answer.paragraphs::add);
            case "words" -> JsonDocument.eachElement(value, Piece.class, answer.words::add);
            case "text" -> answer.text = JsonDocument.value(value, String.class);
            default -> value.skipChildren();
          }
        });

    SpeechCues cues = new SpeechCues(text.limits());
    add(answer, cues);
    return cues.done().transcript(name(), name(), null, null);
  }

  private static void add(Answer answer, SpeechCues cues) throws UnreadableException {
    for (Piece piece : answer.pieces()) {
      HeardWords words = new HeardWords();
      for (Piece word : piece.words()) {
        words.add(word.heard());
      }

      cues.segment(
          piece.voice(),
          JsonTimes.ofMillis(piece.start()),
          JsonTimes.ofMillis(piece.end()),
          piece.text(),
          words);
    }

    if (!answer.pieces().isEmpty()) {
      return;
    }

    for (Piece word : answer.words) {
      cues.word(word.voice(), word.heard());
    }

    if (answer.words.isEmpty()) {
      cues.segment(Voice.UNKNOWN, null, null, answer.text, new HeardWords());
    }
  }
}
