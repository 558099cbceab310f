package io.talktrack.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.UnreadableException.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One meeting as Fireflies' GraphQL API answers for its transcript: whole, without {@code data}, or
 * the meeting's object alone. Whoever asks chooses the fields, so any but the words may be missing.
 */
final class Fireflies implements TranscriptFormat {
  private static final List<String> PLACES =
      List.of("", "transcript.", "transcripts[].", "data.transcript.", "data.transcripts[].");

  /** A meeting, or what is around one. */
  record Meeting(
      Meeting data,
      Meeting transcript,
      List<Meeting> transcripts,
      String id,
      String dateString,
      JsonNode date,
      List<Sentence> sentences) {
    void addTo(List<Meeting> meetings) {
      if (!sentences.isEmpty()) {
        meetings.add(this);
      }
      if (data != null) {
        data.addTo(meetings);
      }
      if (transcript != null) {
        transcript.addTo(meetings);
      }
      transcripts.forEach(meeting -> meeting.addTo(meetings));
    }

    /** Where only {@code date} is asked for, it is milliseconds since 1970. */
    Instant startedAt() throws UnreadableException {
      try {
        if (dateString != null && !dateString.isBlank()) {
          return OffsetDateTime.parse(dateString.strip()).toInstant();
        }
        boolean isMillis = date != null && date.isNumber() && date.doubleValue() > 0;
        return isMillis ? Instant.ofEpochMilli(date.longValue()) : null;
      } catch (DateTimeException unknown) {
        throw UnreadableException.file(Reason.BAD_TIMES);
      }
    }
  }

  /** Times are seconds, as numbers or as texts. */
  record Sentence(
      @JsonProperty("speaker_name") String speakerName,
      @JsonProperty("speaker_id") String speakerId,
      String text,
      @JsonProperty("raw_text") String rawText,
      @JsonProperty("start_time") Double startTime,
      @JsonProperty("end_time") Double endTime) {
    Voice voice() {
      return Voice.of(speakerName == null || speakerName.isBlank() ? speakerId : speakerName);
    }
  }

  @Override
  public String name() {
    return "fireflies";
  }

  @Override
  public String example() {
    return """
    {"data": {"transcript": {"id": "01JX", "dateString": "2026-06-02T10:00:00.000Z",
      "sentences": [{"index": 0, "speaker_name": "Ana Silva", "start_time": 1.2,
        "end_time": 2.6, "text": "What does it cost?"}]}}}
    """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    JsonShape json = text.json();
    for (String place : PLACES) {
      String sentence = place + "sentences[].";
      boolean hasWords = json.has(sentence + "text") || json.has(sentence + "raw_text");
      boolean hasSpeaker = json.has(sentence + "speaker_name") || json.has(sentence + "speaker_id");
      if (hasWords && hasSpeaker) {
        return Optional.of("its sentences have a speaker_name or speaker_id");
      }
    }

    return Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<Meeting> meetings = new ArrayList<>();
    JsonDocument.whole(text, Meeting.class).addTo(meetings);
    if (meetings.isEmpty()) {
      throw UnreadableException.file(Reason.EMPTY);
    }
    if (meetings.size() > 1) {
      throw UnreadableException.file(Reason.SEVERAL_CALLS);
    }

    Meeting meeting = meetings.get(0);
    SpeechCues cues = new SpeechCues(text.limits());
    for (Sentence sentence : meeting.sentences()) {
      boolean isEdited = sentence.text() != null && !sentence.text().isBlank();
      cues.segment(
          sentence.voice(),
          JsonTimes.millis(sentence.startTime()),
          JsonTimes.millis(sentence.endTime()),
          isEdited ? sentence.text() : sentence.rawText(),
          new HeardWords());
    }

    return cues.done().transcript(name(), name(), meeting.id(), meeting.startedAt());
  }
}
