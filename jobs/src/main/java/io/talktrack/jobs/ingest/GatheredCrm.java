package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.toSet;

import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.CrmExports;
import io.talktrack.crm.CrmFormatException;
import io.talktrack.crm.CrmKind;
import io.talktrack.crm.CrmRead;
import io.talktrack.crm.CrmReader;
import io.talktrack.crm.KnownRows;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.crm.OpportunityState;
import io.talktrack.crm.OpportunityTimeline;
import io.talktrack.crm.OpportunityTimeline.Deletion;
import io.talktrack.crm.Rep;
import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.InboxReader;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceContent;
import io.talktrack.inbox.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** One run's rows, gathered file by file; of two rows of one key the later file's stands. */
final class GatheredCrm {
  private static final String KIND = "CRM";

  private final InboxReader inbox;
  private final CrmReader reader;
  private final CrmExports exports;
  private final String definition;
  private final Map<String, Account> accounts = new TreeMap<>();
  private final Map<String, Contact> contacts = new TreeMap<>();
  private final Map<String, Rep> reps = new TreeMap<>();
  private final Map<String, Opportunity> opportunities = new TreeMap<>();
  private final List<OpportunityState> states = new ArrayList<>();
  private final List<Deletion> deletions = new ArrayList<>();
  private final SortedMap<Instant, Map<String, Opportunity>> snapshots = new TreeMap<>();
  private final List<RawFile> files = new ArrayList<>();
  private final List<QuarantinedInput> problems = new ArrayList<>();
  private final Instant now = Instant.now();

  GatheredCrm(InboxReader inbox, CrmReader reader, CrmExports exports, String definition) {
    this.inbox = inbox;
    this.reader = reader;
    this.exports = exports;
    this.definition = definition;
  }

  void read(SourceFile file) {
    SourceContent source = content(file);
    if (source.isRefused()) {
      quarantine(file, "", source.refusal().reason(), source.refusal().detail());
      return;
    }
    byte[] content = source.bytes();
    String hash = ContentHash.of(content);
    Optional<CrmKind> kind = CrmKind.ofPath(file.path());
    if (kind.isEmpty()) {
      quarantine(
          file,
          hash,
          "UNKNOWN_EXPORT",
          "its name is none of accounts, contacts, reps, opportunities, opportunity_history");
      return;
    }
    try {
      CrmRead<?> read = read(kind.get(), content, file.path());
      files.add(
          new RawFile(
              file.path(),
              hash,
              KIND,
              file.length(),
              file.modifiedMillis(),
              kind.get().tableName(),
              "PROCESSED",
              null,
              read.records(),
              read.rows().size() + read.deleted().size(),
              read.bad().size(),
              read.duplicates(),
              definition,
              now));
      read.bad()
          .forEach(
              bad ->
                  problems.add(
                      new QuarantinedInput(
                          file.path(),
                          hash,
                          KIND,
                          bad.recordNo(),
                          "BAD_RECORD",
                          bad.reason(),
                          -1,
                          file.length())));
    } catch (CrmFormatException e) {
      quarantine(file, hash, "BAD_FORMAT", e.getMessage());
    }
  }

  private SourceContent content(SourceFile file) {
    try {
      return inbox.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.path(), e);
    }
  }

  private CrmRead<?> read(CrmKind kind, byte[] content, String path) throws CrmFormatException {
    return switch (kind) {
      case ACCOUNTS -> kept(reader.accounts(content, path), accounts, Account::accountId);
      case CONTACTS -> kept(reader.contacts(content, path, known()), contacts, Contact::contactId);
      case REPS -> kept(reader.reps(content, path), reps, Rep::repId);
      case OPPORTUNITIES -> opportunities(reader.opportunities(content, path, known()));
      case OPPORTUNITY_HISTORY -> {
        CrmRead<OpportunityState> read = reader.history(content, path, known());
        states.addAll(read.rows());
        yield read;
      }
    };
  }

  /** Names of reps and contacts. */
  List<String> people() {
    return Stream.concat(
            reps.values().stream().map(Rep::name), contacts.values().stream().map(Contact::name))
        .toList();
  }

  private KnownRows known() {
    return KnownRows.of(reps.values(), opportunities.values()).withAccounts(accounts.values());
  }

  private static <T> CrmRead<T> kept(
      CrmRead<T> read, Map<String, T> rows, Function<T, String> key) {
    read.rows().forEach(row -> rows.put(key.apply(row), row));
    read.deleted().forEach(gone -> rows.remove(key.apply(gone.row())));
    return read;
  }

  /** Every export of an opportunity is a state of it, not only the last. */
  private CrmRead<Opportunity> opportunities(CrmRead<Opportunity> read) {
    Map<Opportunity, Instant> exported = new HashMap<>();
    read.snapshots()
        .forEach(
            (at, rows) -> {
              Map<String, Opportunity> listed =
                  snapshots.computeIfAbsent(at, none -> new TreeMap<>());
              rows.forEach(row -> listed.put(row.opportunityId(), row));
              rows.forEach(row -> exported.put(row, at));
            });
    read.rows().stream()
        .sorted(Comparator.comparing(Opportunity::knownAt))
        .forEach(
            row -> {
              opportunities.put(row.opportunityId(), row);
              Instant at = exported.getOrDefault(row, row.knownAt());
              states.add(
                  OpportunityState.of(
                      row, row.knownAt(), at.isBefore(row.knownAt()) ? row.knownAt() : at));
            });
    read.deleted()
        .forEach(gone -> deletions.add(new Deletion(gone.row().opportunityId(), gone.at())));
    return read;
  }

  /** What was listed before and is not is deleted, until it is listed again. */
  private void deleteMissing() {
    Set<String> listedBefore = new HashSet<>();
    Set<String> gone = new HashSet<>();
    snapshots.forEach(
        (at, listed) -> {
          for (String id : listedBefore) {
            if (!listed.containsKey(id) && gone.add(id)) {
              deletions.add(new Deletion(id, at));
            }
          }
          for (Opportunity row : listed.values()) {
            if (gone.remove(row.opportunityId())) {
              states.add(OpportunityState.of(row, at, at));
            }
          }
          listedBefore.addAll(listed.keySet());
        });
  }

  private void quarantine(SourceFile file, String hash, String reason, String detail) {
    files.add(
        new RawFile(
            file.path(),
            hash,
            KIND,
            file.length(),
            file.modifiedMillis(),
            null,
            "QUARANTINED",
            null,
            0,
            0,
            0,
            0,
            definition,
            now));
    problems.add(
        new QuarantinedInput(file.path(), hash, KIND, -1, reason, detail, -1, file.length()));
  }

  /** The history of every opportunity, with what an earlier run was told of it. */
  List<OpportunityChange> history(List<OpportunityChange> known) {
    boolean isFull = exports == CrmExports.FULL;
    if (isFull) {
      deleteMissing();
    }
    addKnown(known, isFull);
    return OpportunityTimeline.of(states, deletions);
  }

  /** What an earlier run was told stays history, also when today's exports have forgotten it. */
  private void addKnown(List<OpportunityChange> known, boolean isFull) {
    Set<String> told = new HashSet<>(opportunities.keySet());
    deletions.forEach(gone -> told.add(gone.opportunityId()));
    Set<String> ended =
        OpportunityTimeline.deletions(known).stream().map(Deletion::opportunityId).collect(toSet());
    for (OpportunityChange change : known) {
      String id = change.opportunityId();
      if (told.contains(id) || ended.contains(id) || isFull) {
        states.add(state(change));
      }
      if (isFull && !snapshots.isEmpty() && !told.contains(id) && !ended.contains(id)) {
        deletions.add(new Deletion(id, snapshots.lastKey()));
      }
    }
    // what the snapshots of this run tell is told anew
    OpportunityTimeline.deletions(known).stream()
        .filter(gone -> !snapshots.containsKey(gone.at()))
        .forEach(deletions::add);
  }

  private static OpportunityState state(OpportunityChange change) {
    return new OpportunityState(
        change.opportunityId(),
        change.knownAt(),
        change.knownAt(),
        change.stage(),
        change.amountMinor(),
        change.currency(),
        change.closeDate(),
        change.forecastCategory(),
        change.isClosed(),
        change.isWon(),
        change.ownerRepId(),
        change.accountId(),
        change.sourceVersion());
  }

  List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  List<Contact> contacts() {
    return List.copyOf(contacts.values());
  }

  List<Rep> reps() {
    return List.copyOf(reps.values());
  }

  /** Those that the history does not tell to be deleted. */
  List<Opportunity> opportunities(List<OpportunityChange> history) {
    Set<String> there =
        history.stream()
            .filter(change -> change.validTo() == null)
            .map(OpportunityChange::opportunityId)
            .collect(toSet());
    return opportunities.values().stream()
        .filter(row -> there.contains(row.opportunityId()))
        .toList();
  }

  List<RawFile> files() {
    return List.copyOf(files);
  }

  List<QuarantinedInput> problems() {
    return List.copyOf(problems);
  }
}
