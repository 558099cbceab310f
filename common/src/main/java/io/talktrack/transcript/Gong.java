package io.talktrack.transcript;

import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.UnreadableException.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call as Gong's API answers for its transcript, where {@code calls} with the same call's
 * parties may stand beside it.
 */
final class Gong implements TranscriptFormat {
  record CallTranscript(String callId, List<Monologue> transcript) {}

  record Monologue(String speakerId, List<Sentence> sentences) {}

  /** Times are milliseconds. */
  record Sentence(Double start, Double end, String text) {}

  record Call(MetaData metaData, List<Party> parties) {}

  record MetaData(String id, String started) {}

  record Party(String speakerId, String name, String affiliation) {
    Voice voice() {
      Speaker side =
          switch (affiliation == null ? "" : affiliation) {
            case "Internal" -> Speaker.REP;
            case "External" -> Speaker.CUSTOMER;
            default -> Speaker.UNKNOWN;
          };
      return new Voice(name == null || name.isBlank() ? speakerId : name.strip(), side, null);
    }
  }

  @Override
  public String name() {
    return "gong";
  }

  @Override
  public String example() {
    return """
        {"requestId": "4al0", "callTranscripts": [{"callId": "7782342274025937895", "transcript": [
          {"speakerId": "6432345678555530067", "topic": "Pricing", "sentences": [
            {"start": 1000, "end": 4000, "text": "What does it cost?"}]}]}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().has("callTranscripts")
        ? Optional.of("it has callTranscripts")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<CallTranscript> transcripts = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "callTranscripts" ->
                JsonDocument.eachElement(value, CallTranscript.class, transcripts::add);
            case "calls" -> JsonDocument.eachElement(value, Call.class, calls::add);
            default -> value.skipChildren();
          }
        });
    if (transcripts.isEmpty()) {
      throw UnreadableException.file(Reason.EMPTY);
    }
    if (transcripts.size() > 1) {
      throw UnreadableException.file(Reason.SEVERAL_CALLS);
    }

    CallTranscript said = transcripts.get(0);
    Optional<Call> call =
        calls.stream()
            .filter(it -> it.metaData() != null && it.metaData().id() != null)
            .filter(it -> it.metaData().id().equals(said.callId()))
            .findFirst();
    Cues cues = cues(said, call, text.limits());
    return cues.transcript(
        name(), name(), said.callId(), startedAt(call.map(it -> it.metaData().started())));
  }

  private static Cues cues(CallTranscript said, Optional<Call> call, Limits limits)
      throws UnreadableException {
    Map<String, Voice> voices = new HashMap<>();
    for (Party party : call.map(Call::parties).orElse(List.of())) {
      voices.put(party.speakerId(), party.voice());
    }

    SpeechCues cues = new SpeechCues(limits);
    for (Monologue monologue : said.transcript()) {
      String id = monologue.speakerId();
      Voice unnamed = new Voice(id, Speaker.UNKNOWN, null);
      for (Sentence sentence : monologue.sentences()) {
        cues.segment(
            voices.getOrDefault(id, unnamed),
            JsonTimes.ofMillis(sentence.start()),
            JsonTimes.ofMillis(sentence.end()),
            sentence.text(),
            new HeardWords());
      }
    }

    return cues.done();
  }

  private static Instant startedAt(Optional<String> started) throws UnreadableException {
    try {
      return started.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant).orElse(null);
    } catch (DateTimeException unknown) {
      throw UnreadableException.file(Reason.BAD_TIMES);
    }
  }
}
