package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.groupingBy;

import io.talktrack.call.Call;
import io.talktrack.call.Participant;
import io.talktrack.call.Speaker;
import io.talktrack.identity.ContentHash;
import io.talktrack.table.DayRange;
import io.talktrack.transcript.CallName;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The calls as they are to be, and the days on which that differs from what is in the lake: a new
 * or corrected file, a withdrawn call, or a voice that the CRM now knows.
 */
final class CallChanges implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, Call> calls = new TreeMap<>();
  private final Map<String, List<Participant>> participants = new HashMap<>();
  private final TreeSet<LocalDate> days = new TreeSet<>();
  private int freshCalls;

  static CallChanges of(
      List<ReadCall> fresh,
      Set<String> withdrawn,
      Collection<Call> known,
      Collection<Participant> knownParticipants,
      Sides sides,
      String definition) {
    CallChanges changes = new CallChanges();
    Map<String, List<Participant>> knownVoices =
        knownParticipants.stream().collect(groupingBy(Participant::callId));
    Map<String, Call> before = new HashMap<>();
    Map<String, Call> now = new TreeMap<>();
    Map<String, List<Participant>> voices = new HashMap<>();
    for (Call call : known) {
      before.put(call.callId(), call);
      if (!withdrawn.contains(call.callId())) {
        now.put(call.callId(), call);
        voices.put(call.callId(), knownVoices.getOrDefault(call.callId(), List.of()));
      }
    }
    for (ReadCall read : fresh) {
      now.put(read.callId(), call(read, definition));
      voices.put(read.callId(), voices(read, definition));
    }
    Map<String, List<Participant>> told =
        sides.resolve(voices, id -> CallName.conversationKey(now.get(id).path()));
    now.forEach((id, call) -> changes.put(call, told.get(id)));

    before.forEach(
        (id, call) -> {
          if (!call.equals(changes.calls.get(id))) {
            changes.days.add(call.callDate());
          }
        });
    changes.calls.forEach(
        (id, call) -> {
          if (!call.equals(before.get(id))) {
            changes.days.add(call.callDate());
            changes.freshCalls++;
          }
        });
    return changes;
  }

  private void put(Call call, List<Participant> voices) {
    StringBuilder sides = new StringBuilder();
    voices.forEach(
        voice ->
            sides
                .append(voice.speakerNo())
                .append(voice.side())
                .append(voice.personId())
                .append(voice.method())
                .append(';'));
    String version = ContentHash.of(call.readingVersion(), sides);
    calls.put(call.callId(), withVersion(call, version));
    participants.put(call.callId(), voices.stream().map(voice -> voice.of(version)).toList());
  }

  /** Also replaces the days of a range on which one of these calls was, changed or not. */
  void alsoOn(DayRange range, List<ReadCall> read) {
    read.stream().map(ReadCall::callDate).filter(range::contains).forEach(days::add);
  }

  SortedSet<LocalDate> days() {
    return days;
  }

  /** Calls that are new or differ from what the lake has. */
  int freshCalls() {
    return freshCalls;
  }

  List<Call> callsOfDays() {
    return calls.values().stream().filter(call -> days.contains(call.callDate())).toList();
  }

  List<Participant> participantsOfDays() {
    List<Participant> rows = new ArrayList<>();
    callsOfDays().forEach(call -> rows.addAll(participants.get(call.callId())));
    return rows;
  }

  private static Call call(ReadCall read, String definition) {
    return new Call(
        read.callId(),
        read.callDate(),
        read.startedAt(),
        read.knownAt(),
        read.path(),
        read.title(),
        read.format(),
        read.sourceSystem(),
        read.language(),
        read.durationMillis(),
        read.turnCount(),
        read.contentHash(),
        read.readingVersion(),
        null,
        definition);
  }

  private static List<Participant> voices(ReadCall read, String definition) {
    return read.voices().stream()
        .map(
            voice ->
                new Participant(
                    read.callId(),
                    read.callDate(),
                    voice.speakerNo(),
                    voice.labelHash(),
                    voice.labelHash(),
                    Speaker.UNKNOWN,
                    "NONE",
                    0,
                    voice.hints(),
                    null,
                    definition))
        .toList();
  }

  private static Call withVersion(Call call, String version) {
    return new Call(
        call.callId(),
        call.callDate(),
        call.startedAt(),
        call.knownAt(),
        call.path(),
        call.title(),
        call.format(),
        call.sourceSystem(),
        call.language(),
        call.durationMillis(),
        call.turnCount(),
        call.contentHash(),
        call.readingVersion(),
        version,
        call.definitionVersion());
  }
}
