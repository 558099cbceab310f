package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.talktrack.call.Call;
import io.talktrack.call.Participant;
import io.talktrack.call.Source;
import io.talktrack.call.Turn;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.Inbox.Part;
import io.talktrack.inbox.InboxReader;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.jobs.ingest.CallReader.Content;
import io.talktrack.jobs.ingest.CallWinners.Head;
import io.talktrack.jobs.ingest.ReadCall.ReadFile;
import io.talktrack.jobs.ingest.ReadCall.ReadTurn;
import io.talktrack.jobs.ingest.SideTable.BadLine;
import io.talktrack.language.Languages;
import io.talktrack.privacy.NameSource;
import io.talktrack.privacy.NameSpotter;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.privacy.RestrictedText;
import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Tables;
import io.talktrack.transcript.CallName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Reads transcripts into calls, participants and turns. */
public final class IngestCalls implements Job {
  /** Changes whenever reading, merging or redacting changes what a table holds. */
  private static final String DEFINITION = "calls-7";

  private static final String KIND = "CALL";
  private static final int FILES_PER_TASK = 200;

  private final SparkSession spark;
  private final Lake lake;
  private final Inbox inbox;
  private final Pseudonyms pseudonyms;
  private final IngestSettings settings;
  private final Optional<DayRange> again;
  private final RestrictedTexts restricted;
  private final String definition;

  public IngestCalls(
      SparkSession spark, Lake lake, Inbox inbox, Pseudonyms pseudonyms, IngestSettings settings) {
    this(spark, lake, inbox, pseudonyms, settings, Optional.empty());
  }

  /**
   * @param again days whose calls are read anew
   */
  public IngestCalls(
      SparkSession spark,
      Lake lake,
      Inbox inbox,
      Pseudonyms pseudonyms,
      IngestSettings settings,
      Optional<DayRange> again) {
    this.spark = spark;
    this.lake = lake;
    this.inbox = inbox;
    this.pseudonyms = pseudonyms;
    this.settings = settings;
    this.again = again;
    this.restricted = new RestrictedTexts(spark, settings.originalsLake());
    this.definition =
        "%s/%s/%d%s/%s"
            .formatted(
                DEFINITION,
                settings.zone(),
                settings.turnGapMillis(),
                settings.columns().version(),
                settings.names().version());
  }

  @Override
  public String name() {
    return "ingest calls";
  }

  @Override
  public Outcome run() {
    Ledger ledger = new Ledger(spark, lake, settings.quarantineLimit());
    Map<String, RawFile> known = ledger.current(KIND);
    List<SourceFile> listing = new ArrayList<>(inbox.listWithin(Part.CALLS, known));
    SideCar sideCar = SideCar.read(inbox, listing, settings.zone());
    SpeakerTable speakers = SpeakerTable.read(inbox, listing, pseudonyms);
    listing.removeIf(
        file -> file.path().equals(SideCar.PATH) || file.path().equals(SpeakerTable.PATH));
    if (listing.isEmpty() && known.isEmpty()) {
      return new Outcome.Skipped("the input has no folder calls/, or it is empty");
    }

    CallReader reader =
        new CallReader(
            settings.zone(),
            settings.turnGapMillis(),
            settings.columns(),
            pseudonyms,
            CrmNames.in(lake),
            restricted.originals(),
            definition);
    FilePlan plan =
        FilePlan.of(
            listing,
            known,
            path -> reader.definitionOf(sideCar.row(path).orElse(null)),
            CallName::conversationKey,
            again.map(days -> behind(days, known)).orElse(Set.of()));
    Dataset<ReadCall> read = read(plan, sideCar, reader).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Set<String> listed = listing.stream().map(SourceFile::path).collect(toSet());
      return write(read, listed, new SideTables(sideCar, speakers), ledger, known);
    } finally {
      read.unpersist();
    }
  }

  /** The files of the days' calls, and those of which the lake should hold a call and has none. */
  private Set<String> behind(DayRange days, Map<String, RawFile> known) {
    List<Call> calls = lake.read(Tables.CALLS).collectAsList();
    Set<String> conversations =
        calls.stream().map(call -> CallName.conversationKey(call.path())).collect(toSet());
    Stream<String> ofDays =
        calls.stream().filter(call -> days.contains(call.callDate())).map(Call::path);
    Stream<String> lost =
        known.values().stream()
            .filter(file -> file.recordsProcessed() > 0)
            .map(RawFile::path)
            .filter(path -> !conversations.contains(CallName.conversationKey(path)));
    return Stream.concat(ofDays, lost).collect(toSet());
  }

  /** The files of one conversation, as a task gets them. */
  public record Group(String key, List<SourceFile> files) {}

  private Dataset<ReadCall> read(FilePlan plan, SideCar sideCar, CallReader reader) {
    List<Group> groups = new ArrayList<>();
    Map<String, SideCar.Row> rows = new HashMap<>();
    plan.groups()
        .forEach(
            (key, files) -> {
              groups.add(new Group(key, List.copyOf(files)));
              files.forEach(
                  file -> sideCar.row(file.path()).ifPresent(row -> rows.put(file.path(), row)));
            });
    return readGroups(
        spark
            .createDataset(groups, RecordEncoder.of(Group.class))
            .repartition(tasks(groups.size())),
        inbox,
        settings.names(),
        rows,
        reader);
  }

  private int tasks(int groups) {
    int atLeast = spark.sparkContext().defaultParallelism();
    return Math.max(1, Math.min(groups, Math.max(atLeast, groups / FILES_PER_TASK)));
  }

  private static Dataset<ReadCall> readGroups(
      Dataset<Group> groups,
      Inbox inbox,
      NameSource names,
      Map<String, SideCar.Row> sideCar,
      CallReader reader) {
    return groups.mapPartitions(
        (MapPartitionsFunction<Group, ReadCall>)
            part -> {
              Languages languages = Languages.load();
              NameSpotter spotter = names.spotter();
              List<ReadCall> calls = new ArrayList<>();
              try (InboxReader files = inbox.reader()) {
                while (part.hasNext()) {
                  Group group = part.next();
                  List<Content> contents = new ArrayList<>();
                  for (SourceFile file : group.files()) {
                    contents.add(new Content(file, files.read(file)));
                  }
                  calls.add(reader.read(group.key(), contents, sideCar, languages, spotter));
                }
              }
              return calls.iterator();
            },
        RecordEncoder.of(ReadCall.class));
  }

  /** What the company says of its calls. */
  private record SideTables(SideCar sideCar, SpeakerTable speakers) {}

  private Outcome write(
      Dataset<ReadCall> read,
      Set<String> listed,
      SideTables said,
      Ledger ledger,
      Map<String, RawFile> known) {
    List<ReadCall> heads =
        read.map(
                (MapFunction<ReadCall, ReadCall>) ReadCall::withoutTurns,
                RecordEncoder.of(ReadCall.class))
            .collectAsList();
    List<Call> knownCalls = lake.read(Tables.CALLS).collectAsList();
    CallWinners winners =
        CallWinners.of(
            heads.stream().filter(ReadCall::isReadable).map(Head::of).toList(),
            replaced(heads, listed, knownCalls),
            knownCalls);
    List<ReadCall> fresh =
        heads.stream().filter(head -> winners.winners().contains(head.key())).toList();
    CallChanges changes =
        CallChanges.of(
            fresh,
            winners.withdrawn(),
            knownCalls,
            lake.read(Tables.PARTICIPANTS).collectAsList(),
            new Sides(roster(), said.speakers(), settings.repChannel()),
            definition);
    again.ifPresent(days -> changes.alsoOn(days, fresh));

    Set<String> gone = new HashSet<>(winners.withdrawn());
    fresh.forEach(call -> gone.add(call.callId()));
    restricted.replace(
        Source.CALL,
        knownCalls.stream()
            .filter(call -> gone.contains(call.callId()))
            .collect(toMap(Call::callId, Call::callDate)),
        fresh.stream().collect(toMap(ReadCall::callId, ReadCall::callDate)),
        originals(read, winners.winners()));
    if (!changes.days().isEmpty()) {
      // a call that was read again and says what it said stays as it is, unless its day is replaced
      Set<String> written =
          fresh.stream()
              .filter(call -> changes.days().contains(call.callDate()))
              .map(ReadCall::key)
              .collect(toSet());
      Dataset<Turn> turns =
          turns(read, written, definition)
              .union(without(lake.read(Tables.TURNS, changes.days()), gone));
      Lake.together(
          () ->
              lake.replace(
                  Tables.TURNS, changes.days(), spoken(turns, changes.participantsOfDays())),
          () ->
              lake.replace(
                  Tables.PARTICIPANTS,
                  changes.days(),
                  spark.createDataset(
                      changes.participantsOfDays(), Tables.PARTICIPANTS.encoder())));
      lake.replace(
          Tables.CALLS,
          changes.days(),
          spark.createDataset(changes.callsOfDays(), Tables.CALLS.encoder()));
    }
    List<RawFile> files = rawFiles(heads, winners.losers(), known);
    List<QuarantinedInput> problems = quarantined(heads);
    account(said.sideCar().table(), said.sideCar().bad(), known, files, problems);
    account(said.speakers().table(), said.speakers().bad(), known, files, problems);
    Outcome outcome =
        ledger.close(
            files,
            problems,
            "%,d%s calls"
                .formatted(changes.freshCalls(), again.isPresent() ? " new or changed" : ""));
    if (outcome instanceof Outcome.NothingToDo nothing) {
      return changes.days().isEmpty()
          ? nothing.onDays(again)
          : new Outcome.Wrote(
              "%,d calls have a voice whose side is now told otherwise"
                  .formatted(changes.freshCalls()),
              List.of());
    }
    return outcome;
  }

  /**
   * Every file that was read, and those that are gone where another file of the same conversation
   * was read in their place.
   */
  private static Set<String> replaced(
      List<ReadCall> heads, Set<String> listed, List<Call> knownCalls) {
    Set<String> paths = new HashSet<>();
    heads.forEach(head -> head.files().forEach(file -> paths.add(file.path())));
    Set<String> readable =
        heads.stream().filter(ReadCall::isReadable).map(ReadCall::key).collect(toSet());
    knownCalls.stream()
        .map(Call::path)
        .filter(path -> !listed.contains(path))
        .filter(path -> readable.contains(CallName.conversationKey(path)))
        .forEach(paths::add);
    return paths;
  }

  private Roster roster() {
    return new Roster(
        lake.read(Tables.REPS).collectAsList(),
        lake.read(Tables.CONTACTS).collectAsList(),
        lake.read(Tables.ACCOUNTS).collectAsList(),
        settings.ownDomains(),
        pseudonyms);
  }

  /** Counts the lines of a table beside the calls once for each version of it. */
  private static void account(
      SideTable table,
      List<BadLine> bad,
      Map<String, RawFile> known,
      List<RawFile> files,
      List<QuarantinedInput> problems) {
    if (table.isThere() && table.isNew(known.get(table.path()))) {
      files.add(table.asRawFile(KIND, bad, Instant.now()));
      problems.addAll(table.quarantined(KIND, bad));
    }
  }

  static Dataset<Turn> turns(Dataset<ReadCall> read, Set<String> keys, String definition) {
    return read.filter((FilterFunction<ReadCall>) call -> keys.contains(call.key()))
        .flatMap(
            (FlatMapFunction<ReadCall, Turn>)
                call -> call.turns().stream().map(turn -> turn(call, turn, definition)).iterator(),
            Tables.TURNS.encoder());
  }

  private static Dataset<RestrictedText> originals(Dataset<ReadCall> read, Set<String> keys) {
    return read.filter((FilterFunction<ReadCall>) call -> keys.contains(call.key()))
        .flatMap(
            (FlatMapFunction<ReadCall, RestrictedText>) call -> call.originals().iterator(),
            Tables.RESTRICTED_TEXTS.encoder());
  }

  private static Turn turn(ReadCall call, ReadTurn turn, String definition) {
    return new Turn(
        call.callId(),
        turn.turnNo(),
        call.callDate(),
        turn.speakerNo(),
        null,
        io.talktrack.call.Speaker.UNKNOWN,
        turn.channel(),
        turn.startMillis(),
        turn.endMillis(),
        turn.language(),
        turn.text(),
        turn.words(),
        null,
        definition);
  }

  private static Dataset<Turn> without(Dataset<Turn> turns, Set<String> calls) {
    return turns.filter((FilterFunction<Turn>) turn -> !calls.contains(turn.callId()));
  }

  /** Turns with the side and person of their voice, and their call's version. */
  static Dataset<Turn> spoken(Dataset<Turn> turns, List<Participant> participants) {
    Map<String, Participant> voices =
        participants.stream()
            .collect(toMap(voice -> voice.callId() + voice.speakerNo(), voice -> voice));
    return turns.map(
        (MapFunction<Turn, Turn>) turn -> turn.saidBy(voices.get(turn.callId() + turn.speakerNo())),
        Tables.TURNS.encoder());
  }

  private static List<RawFile> rawFiles(
      List<ReadCall> heads, Map<String, String> losers, Map<String, RawFile> known) {
    Instant now = Instant.now();
    List<RawFile> files = new ArrayList<>();
    for (ReadCall call : heads) {
      for (ReadFile file : call.files()) {
        String original = losers.getOrDefault(file.path(), file.duplicateOf());
        files.add(file.asRawFile(KIND, original, now));
      }
    }
    Set<String> read = files.stream().map(RawFile::path).collect(toSet());
    // a copy that came later under a smaller name makes a copy of what stood for the call so far
    losers.forEach(
        (path, original) -> {
          RawFile before = known.get(path);
          if (before != null && !read.contains(path)) {
            files.add(before.asDuplicateOf(original, now));
          }
        });
    return files;
  }

  private static List<QuarantinedInput> quarantined(List<ReadCall> heads) {
    List<QuarantinedInput> rows = new ArrayList<>();
    for (ReadCall call : heads) {
      for (ReadFile file : call.files()) {
        if (file.reason() != null) {
          rows.add(
              new QuarantinedInput(
                  file.path(),
                  file.contentHash(),
                  KIND,
                  -1,
                  file.reason(),
                  file.detail(),
                  -1,
                  file.length()));
        }
      }
    }
    return rows;
  }
}
