package io.talktrack.transcript;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonParser;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.GoogleSpeech.Result;
import io.talktrack.transcript.UnreadableException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What version 2 of Google's Speech-to-Text answers for a batch: results by the recording's
 * address, alone or as the response of a finished operation. A file holds one recording's.
 */
final class GoogleBatch implements TranscriptFormat {
  private static final Pattern RESULTS =
      Pattern.compile(
          "(?:response\\.)?results\\..+\\.(?:(?:inlineResult|inline_result)\\.)?transcript\\.results");

  /** Where the words were written elsewhere, or could not be heard, there are none here. */
  record FileResult(
      @JsonAlias("inline_result") InlineResult inlineResult, TranscriptResult transcript) {
    List<Result> results() {
      TranscriptResult inline = inlineResult == null ? null : inlineResult.transcript();
      // the field's older place may repeat it
      TranscriptResult stated = inline == null ? transcript : inline;
      return stated == null ? List.of() : stated.results();
    }
  }

  record InlineResult(TranscriptResult transcript) {}

  record TranscriptResult(List<Result> results) {}

  @Override
  public String name() {
    return "google-speech-batch";
  }

  @Override
  public String example() {
    return """
    {"done": true, "response": {"results": {"gs://calls/one.wav": {"inlineResult": {
      "transcript": {"results": [{"alternatives": [{"transcript": "What does it cost?"}]}]}}}}}}
    """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    return text.json().hasLike(RESULTS)
        ? Optional.of("its results by recording have a transcript with results")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    List<FileResult> recordings = new ArrayList<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "results" -> addRecordings(value, recordings);
            case "response" ->
                JsonDocument.eachField(
                    value,
                    (inner, within) -> {
                      if (inner.equals("results")) {
                        addRecordings(within, recordings);
                      } else {
                        within.skipChildren();
                      }
                    });
            default -> value.skipChildren();
          }
        });
    List<FileResult> heard = recordings.stream().filter(it -> !it.results().isEmpty()).toList();
    if (heard.isEmpty()) {
      throw UnreadableException.file(Reason.EMPTY);
    }
    if (heard.size() > 1) {
      throw UnreadableException.file(Reason.SEVERAL_CALLS);
    }
    return GoogleSpeech.cues(heard.get(0).results(), text.limits())
        .transcript(name(), "google-speech", null, null);
  }

  private static void addRecordings(JsonParser value, List<FileResult> recordings)
      throws IOException, UnreadableException {
    JsonDocument.eachField(
        value,
        (address, recording) -> {
          FileResult result = JsonDocument.value(recording, FileResult.class);
          if (result != null) {
            recordings.add(result);
          }
        });
  }
}
