package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.toMap;

import io.talktrack.call.Call;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.ingest.CallWinners.Head;
import io.talktrack.jobs.ingest.ReadCall.ReadFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * An input folder and a lake of which only the decisions are real: what is read, which reading
 * counts and which calls then stand. A file's content is a word; one with an equals sign carries
 * its conversation's own id before it, and {@link #BROKEN} cannot be read.
 */
final class Arrivals {
  static final String BROKEN = "broken";

  private static final LocalDate DAY = LocalDate.of(2026, 6, 2);
  private static final Sides NOBODY = SideSketch.sides();

  private final Map<String, String> contents = new TreeMap<>();
  private final Map<String, SourceFile> listing = new TreeMap<>();
  private final Map<String, RawFile> ledger = new TreeMap<>();
  private Map<String, Call> calls = new TreeMap<>();

  void put(String path, String content, long modifiedMillis) {
    contents.put(path, content);
    listing.put(path, new SourceFile(path, content.length(), modifiedMillis));
  }

  void delete(String path) {
    contents.remove(path);
    listing.remove(path);
  }

  Map<String, String> contents() {
    return contents;
  }

  /** Path and content of every call by its id. */
  Map<String, String> calls() {
    Map<String, String> told = new TreeMap<>();
    calls.forEach((id, call) -> told.put(id, call.path() + " " + call.contentHash()));
    return told;
  }

  /** The path that each known file repeats, of files that do. */
  Map<String, String> copies() {
    return ledger.values().stream()
        .filter(file -> file.duplicateOf() != null)
        .collect(toMap(RawFile::path, RawFile::duplicateOf, (one, other) -> one, TreeMap::new));
  }

  /** One run, and how many files it reads. */
  int run() {
    FilePlan plan =
        FilePlan.of(
            List.copyOf(listing.values()), ledger, path -> "definition", UnaryOperator.identity());
    List<ReadCall> read = new ArrayList<>();
    plan.groups().forEach((key, files) -> read.add(read(key, contents.get(key), files.get(0))));

    CallWinners winners =
        CallWinners.of(
            read.stream().filter(ReadCall::isReadable).map(Head::of).toList(),
            plan.groups().keySet(),
            List.copyOf(calls.values()));
    CallChanges changes =
        CallChanges.of(
            read.stream().filter(one -> winners.winners().contains(one.key())).toList(),
            winners.withdrawn(),
            calls.values(),
            List.of(),
            NOBODY,
            "definition");
    if (!changes.days().isEmpty()) {
      calls = changes.callsOfDays().stream().collect(toMap(Call::callId, call -> call));
    }

    Map<String, RawFile> before = new HashMap<>(ledger);
    for (ReadCall one : read) {
      String original = winners.losers().get(one.path());
      ledger.put(one.path(), one.files().get(0).asRawFile("CALL", original, Instant.EPOCH));
    }
    winners
        .losers()
        .forEach(
            (path, original) -> {
              if (!plan.groups().containsKey(path)) {
                ledger.put(path, before.get(path).asDuplicateOf(original, Instant.EPOCH));
              }
            });
    return read.size();
  }

  private static ReadCall read(String path, String content, SourceFile file) {
    int id = content.indexOf('=');
    boolean isBroken = content.equals(BROKEN);
    return new ReadCall(
        path,
        List.of(
            new ReadFile(
                path,
                content,
                file.length(),
                file.modifiedMillis(),
                "webvtt",
                isBroken ? "QUARANTINED" : "PROCESSED",
                null,
                isBroken ? "MALFORMED" : null,
                null,
                "definition")),
        isBroken ? null : id < 0 ? path : content.substring(0, id),
        DAY,
        Instant.EPOCH,
        Instant.EPOCH,
        path,
        path,
        "webvtt",
        "test",
        "en",
        null,
        0,
        content,
        content,
        List.of(),
        List.of(),
        List.of());
  }
}
