package io.talktrack.jobs.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.talktrack.call.TurnDraft;
import io.talktrack.call.Turns;
import io.talktrack.jobs.bench.MadeCalls.MadeFile;
import io.talktrack.language.Languages;
import io.talktrack.privacy.KnownNames;
import io.talktrack.privacy.Redactor;
import io.talktrack.privacy.Said;
import io.talktrack.transcript.TranscriptFormats;
import io.talktrack.transcript.UnreadableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How fast one core parses and redacts, without Spark and files; redaction for each language apart.
 */
final class TextRates {
  private final List<MadeFile> files;
  private final Map<String, List<Conversation>> conversations = new TreeMap<>();
  private final Timings parsedMegabytes = new Timings();
  private final Timings parsedCalls = new Timings();
  private final Map<String, Timings> redactedMegabytes = new TreeMap<>();
  private final Map<String, Long> bytes = new HashMap<>();

  /** The turns of one call as the redactor gets them. */
  private record Conversation(List<Said> turns, KnownNames names) {}

  TextRates(MadeCalls made, int calls) {
    this.files = Stream.iterate(0, call -> call + 1).limit(calls).map(made::call).toList();
    Languages languages = Languages.load();
    for (MadeFile file : files) {
      add(turns(file), languages);
    }
  }

  private void add(List<TurnDraft> drafts, Languages languages) {
    String main = languages.ofConversation(drafts.stream().map(TurnDraft::text).toList());
    List<Said> turns = new ArrayList<>();
    for (TurnDraft draft : drafts) {
      turns.add(new Said(draft.speaker(), draft.text(), languages.ofTurn(draft.text(), main)));
      bytes.merge(main, (long) draft.text().getBytes(UTF_8).length, Long::sum);
    }
    KnownNames names =
        KnownNames.of(drafts.stream().map(TurnDraft::speaker).filter(Objects::nonNull).toList());
    conversations
        .computeIfAbsent(main, language -> new ArrayList<>())
        .add(new Conversation(turns, names));
  }

  /** Parses and redacts everything once, unmeasured. */
  void warmUp() {
    parse();
    conversations.values().forEach(TextRates::redact);
  }

  void measure() {
    double seconds = Timings.seconds(this::parse);
    long size = files.stream().mapToLong(file -> file.bytes().length).sum();
    parsedMegabytes.add(size / seconds / 1e6);
    parsedCalls.add(files.size() / seconds);
    conversations.forEach(
        (language, calls) ->
            redactedMegabytes
                .computeIfAbsent(language, none -> new Timings())
                .add(bytes.get(language) / Timings.seconds(() -> redact(calls)) / 1e6));
  }

  /** What redacting one made call takes one core, by the medians. */
  double redactionSecondsPerCall() {
    double seconds = 0;
    for (Map.Entry<String, Timings> language : redactedMegabytes.entrySet()) {
      seconds += bytes.get(language.getKey()) / 1e6 / language.getValue().median();
    }
    return seconds / files.size();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "parsing alone, one core: %s MB/s, %s calls/s"
            .formatted(parsedMegabytes.text("%.1f"), parsedCalls.text("%.0f")));
    redactedMegabytes.forEach(
        (language, rate) ->
            lines.add(
                "redaction alone, one core, %s: %s MB/s".formatted(language, rate.text("%.2f"))));
    return lines;
  }

  private void parse() {
    files.forEach(TextRates::turns);
  }

  private static List<TurnDraft> turns(MadeFile file) {
    try {
      return Turns.merge(TranscriptFormats.read(file.bytes(), file.name()).cues());
    } catch (UnreadableException e) {
      throw new IllegalStateException("A made call cannot be read: " + file.name(), e);
    }
  }

  private static void redact(List<Conversation> calls) {
    calls.forEach(call -> Redactor.redact(call.turns(), call.names()));
  }
}
