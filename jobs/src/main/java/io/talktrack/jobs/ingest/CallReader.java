package io.talktrack.jobs.ingest;

import io.talktrack.call.Cue;
import io.talktrack.call.SideHint;
import io.talktrack.call.SideHint.Kind;
import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.call.TurnDraft;
import io.talktrack.call.Turns;
import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.Refusal;
import io.talktrack.inbox.SourceContent;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.ingest.ReadCall.ReadFile;
import io.talktrack.jobs.ingest.ReadCall.ReadTurn;
import io.talktrack.jobs.ingest.ReadCall.Voice;
import io.talktrack.language.Languages;
import io.talktrack.privacy.Directory;
import io.talktrack.privacy.KnownNames;
import io.talktrack.privacy.NameSpotter;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.privacy.Redacted;
import io.talktrack.privacy.Redactor;
import io.talktrack.privacy.RestrictedText;
import io.talktrack.privacy.RestrictedText.Part;
import io.talktrack.privacy.Said;
import io.talktrack.transcript.CallName;
import io.talktrack.transcript.DateInName;
import io.talktrack.transcript.TranscriptColumns;
import io.talktrack.transcript.TranscriptFormats;
import io.talktrack.transcript.UnreadableException;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes one call of the files that hold it: a transcript, perhaps another one, perhaps a chat. */
final class CallReader implements Serializable {
  private static final long serialVersionUID = 1;

  private final ZoneId zone;
  private final long turnGapMillis;
  private final TranscriptColumns columns;
  private final Pseudonyms pseudonyms;
  private final Directory people;
  private final Originals originals;
  private final String definition;

  CallReader(
      ZoneId zone,
      long turnGapMillis,
      TranscriptColumns columns,
      Pseudonyms pseudonyms,
      Directory people,
      Originals originals,
      String definition) {
    this.zone = zone;
    this.turnGapMillis = turnGapMillis;
    this.columns = columns;
    this.pseudonyms = pseudonyms;
    this.people = people;
    this.originals = originals;
    this.definition = definition;
  }

  /** A file and its bytes. */
  record Content(SourceFile source, SourceContent content) {
    String path() {
      return source.path();
    }
  }

  /** A file that parsed. */
  private record Parsed(Content file, String hash, Transcript transcript) {
    boolean isChat() {
      return transcript.cues().stream().allMatch(cue -> "chat".equals(cue.channel()));
    }
  }

  /**
   * @param files of one conversation, in the order of their paths
   * @param sideCar lines by path
   */
  ReadCall read(
      String key,
      List<Content> files,
      Map<String, SideCar.Row> sideCar,
      Languages languages,
      NameSpotter spotter) {
    List<ReadFile> done = new ArrayList<>();
    List<Parsed> parsed = new ArrayList<>();
    for (Content file : files) {
      parse(file, sideCar.get(file.path()), done, parsed);
    }
    List<Parsed> transcripts = parsed.stream().filter(file -> !file.isChat()).toList();
    List<Parsed> parts = new ArrayList<>(parsed.stream().filter(Parsed::isChat).toList());
    if (!transcripts.isEmpty()) {
      parts.add(0, transcripts.get(0));
    }
    if (parts.isEmpty()) {
      return unreadable(key, done);
    }

    Parsed main = parts.get(0);
    SideCar.Row row = sideCar.get(main.file().path());
    Optional<When> when = when(main, row);
    if (when.isEmpty()) {
      for (Parsed file : parsed) {
        done.add(
            quarantined(
                file.file(),
                file.hash(),
                sideCar.get(file.file().path()),
                "NO_DATE",
                "neither the file, nor calls.csv, nor the file's name says when the call was"));
      }
      return unreadable(key, done);
    }

    for (Parsed file : parts) {
      done.add(read(file, row(sideCar, file), "PROCESSED", null));
    }
    for (Parsed file : transcripts.subList(Math.min(1, transcripts.size()), transcripts.size())) {
      done.add(read(file, row(sideCar, file), "DUPLICATE", main.file().path()));
    }
    return call(key, done, parts, when.get(), row, languages, spotter);
  }

  private static SideCar.Row row(Map<String, SideCar.Row> sideCar, Parsed file) {
    return sideCar.get(file.file().path());
  }

  private void parse(Content file, SideCar.Row row, List<ReadFile> done, List<Parsed> parsed) {
    if (file.content().isRefused()) {
      Refusal refusal = file.content().refusal();
      done.add(quarantined(file, null, row, refusal.reason(), refusal.detail()));
      return;
    }
    byte[] bytes = file.content().bytes();
    String hash = ContentHash.of(bytes);
    try {
      Transcript transcript = TranscriptFormats.read(bytes, file.path(), columns);
      if (transcript.cues().isEmpty()) {
        done.add(quarantined(file, hash, row, "EMPTY", "it holds no words"));
        return;
      }
      parsed.add(new Parsed(file, hash, transcript));
    } catch (UnreadableException e) {
      done.add(quarantined(file, hash, row, e.reason().name(), e.getMessage()));
    }
  }

  /** When a call began, and whether only its day is known. */
  private record When(Instant startedAt, boolean isDayOnly) {}

  private Optional<When> when(Parsed main, SideCar.Row row) {
    if (main.transcript().startedAt() != null) {
      return Optional.of(new When(main.transcript().startedAt(), false));
    }
    if (row != null && row.startedAt() != null) {
      return Optional.of(new When(row.startedAt(), false));
    }
    return CallName.dateInName(main.file().path()).map(this::inName);
  }

  private When inName(DateInName name) {
    ZoneId nameZone = name.isUtc() ? ZoneOffset.UTC : zone;
    LocalTime time = name.time().orElse(LocalTime.MIDNIGHT);
    return new When(name.date().atTime(time).atZone(nameZone).toInstant(), name.time().isEmpty());
  }

  private ReadCall call(
      String key,
      List<ReadFile> files,
      List<Parsed> parts,
      When when,
      SideCar.Row row,
      Languages languages,
      NameSpotter spotter) {
    Parsed main = parts.get(0);
    List<Cue> cues = new ArrayList<>();
    parts.forEach(part -> cues.addAll(part.transcript().cues()));
    List<TurnDraft> drafts = Turns.merge(cues, turnGapMillis);
    String language = languages.ofConversation(drafts.stream().map(TurnDraft::text).toList());

    Map<String, Voice> voices = voices(drafts);
    KnownNames names = names(drafts);
    List<Said> said =
        drafts.stream()
            .map(
                draft ->
                    new Said(
                        voiceOf(draft), draft.text(), languages.ofTurn(draft.text(), language)))
            .toList();
    List<Redacted> redacted = Redactor.redact(said, names, spotter);
    String id = callId(key, main.transcript());
    LocalDate day = when.startedAt().atZone(zone).toLocalDate();
    List<ReadTurn> turns = new ArrayList<>();
    List<RestrictedText> kept = new ArrayList<>();
    Long duration = null;
    for (int i = 0; i < drafts.size(); i++) {
      TurnDraft draft = drafts.get(i);
      turns.add(turn(draft, voices.get(voiceOf(draft)), said.get(i).language(), redacted.get(i)));
      originals
          .of(
              Source.CALL,
              id,
              day,
              Part.TURN,
              draft.turnNo(),
              draft.text(),
              redacted.get(i),
              definition)
          .ifPresent(kept::add);
      if (draft.endMillis() != null) {
        duration = Math.max(duration == null ? 0 : duration, draft.endMillis());
      }
    }

    List<Object> content = new ArrayList<>();
    parts.forEach(part -> content.add(part.hash()));
    content.add(row == null ? "" : row.version());
    content.add(definition);
    // whom the CRM knows may change what is masked, and only where it does is this another reading
    turns.forEach(turn -> content.add(turn.text()));
    return new ReadCall(
        key,
        files,
        id,
        day,
        when.startedAt(),
        knownAt(when, duration),
        main.file().path(),
        Redactor.redact(title(main.file().path()), language, names, spotter).text(),
        main.transcript().format(),
        main.transcript().sourceSystem(),
        language,
        duration,
        turns.size(),
        main.hash(),
        ContentHash.of(content.toArray()),
        turns,
        List.copyOf(voices.values()),
        kept);
  }

  private KnownNames names(List<TurnDraft> drafts) {
    List<String> names =
        new ArrayList<>(
            drafts.stream().map(TurnDraft::speaker).filter(Objects::nonNull).distinct().toList());
    names.addAll(people.namedIn(drafts.stream().map(TurnDraft::text).toList()));
    return KnownNames.of(names);
  }

  private static String callId(String key, Transcript transcript) {
    return transcript.conversationId() == null
        ? "c_" + ContentHash.of("path", key).substring(0, 24)
        : "c_"
            + ContentHash.of(transcript.sourceSystem(), transcript.conversationId())
                .substring(0, 24);
  }

  // with only a day, nothing said on the call may count before that day is over
  private Instant knownAt(When when, Long duration) {
    if (when.isDayOnly()) {
      return when.startedAt()
          .atZone(zone)
          .toLocalDate()
          .plusDays(1)
          .atStartOfDay(zone)
          .toInstant()
          .minusMillis(1);
    }
    return duration == null ? when.startedAt() : when.startedAt().plusMillis(duration);
  }

  private static String title(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.indexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  private Map<String, Voice> voices(List<TurnDraft> drafts) {
    Map<String, List<TurnDraft>> said = new LinkedHashMap<>();
    for (TurnDraft draft : drafts) {
      said.computeIfAbsent(voiceOf(draft), none -> new ArrayList<>()).add(draft);
    }
    Optional<TwoChannels> channels = TwoChannels.of(drafts);
    Map<String, Voice> voices = new LinkedHashMap<>();
    said.forEach((name, turns) -> voices.put(name, voice(voices.size(), turns, channels)));
    return voices;
  }

  // the one place where words are not masked yet and their speaker is told apart
  private Voice voice(int speakerNo, List<TurnDraft> turns, Optional<TwoChannels> channels) {
    TurnDraft first = turns.get(0);
    List<SideHint> hints = new ArrayList<>();
    if (first.side() != Speaker.UNKNOWN) {
      hints.add(new SideHint(Kind.STATED, first.side().name()));
    }
    channels
        .flatMap(both -> both.holding(turns))
        .ifPresent(place -> hints.add(new SideHint(Kind.CHANNEL, place)));
    SpeakerLabel label = first.speaker() == null ? null : SpeakerLabel.of(first.speaker());
    if (label != null) {
      hints.addAll(label.hints(pseudonyms));
    }
    // without a label several people may be one voice
    if (label != null || first.side() != Speaker.UNKNOWN) {
      hints.addAll(
          Introductions.in(
              turns.stream().limit(Introductions.FIRST_TURNS).map(TurnDraft::text).toList(),
              pseudonyms));
    }
    return new Voice(speakerNo, label == null ? null : label.hash(pseudonyms), hints);
  }

  private static String voiceOf(TurnDraft draft) {
    String name = draft.speaker() == null ? "" : Pseudonyms.normalisedName(draft.speaker());
    return draft.side() == Speaker.UNKNOWN ? name : draft.side() + "/" + name;
  }

  private static ReadTurn turn(TurnDraft draft, Voice voice, String language, Redacted redacted) {
    return new ReadTurn(
        draft.turnNo(),
        voice.speakerNo(),
        draft.channel(),
        draft.startMillis(),
        draft.endMillis(),
        language,
        redacted.text(),
        MaskedWords.of(draft.words(), draft.text(), redacted));
  }

  private ReadCall unreadable(String key, List<ReadFile> files) {
    return new ReadCall(
        key, files, null, null, null, null, null, null, null, null, null, null, 0, null, null,
        List.of(), List.of(), List.of());
  }

  private ReadFile quarantined(
      Content file, String hash, SideCar.Row row, String reason, String detail) {
    return file(file, hash, null, "QUARANTINED", null, reason, detail, row);
  }

  private ReadFile read(Parsed file, SideCar.Row row, String status, String duplicateOf) {
    return file(
        file.file(), file.hash(), file.transcript().format(), status, duplicateOf, null, null, row);
  }

  private ReadFile file(
      Content file,
      String hash,
      String format,
      String status,
      String duplicateOf,
      String reason,
      String detail,
      SideCar.Row row) {
    return new ReadFile(
        file.path(),
        hash == null ? "" : hash,
        file.source().length(),
        file.source().modifiedMillis(),
        format,
        status,
        duplicateOf,
        reason,
        detail,
        definitionOf(row));
  }

  /** What a file's reading depends on besides its bytes. */
  String definitionOf(SideCar.Row row) {
    String reading = CrmNames.definitionOf(originals.definitionOf(definition), people);
    return row == null ? reading : reading + "/" + row.version();
  }
}
