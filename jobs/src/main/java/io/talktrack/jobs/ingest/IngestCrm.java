package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.toSet;

import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.CrmExports;
import io.talktrack.crm.CrmFormatException;
import io.talktrack.crm.CrmKind;
import io.talktrack.crm.CrmMapping;
import io.talktrack.crm.CrmRead;
import io.talktrack.crm.CrmReader;
import io.talktrack.crm.KnownRows;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.crm.OpportunityState;
import io.talktrack.crm.OpportunityTimeline;
import io.talktrack.crm.OpportunityTimeline.Deletion;
import io.talktrack.crm.PersonIds;
import io.talktrack.crm.Rep;
import io.talktrack.crm.SnapshotDate;
import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.Inbox.Part;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** Reads CRM exports into accounts, contacts, reps, opportunities and their history. */
public final class IngestCrm implements Job {
  private static final String DEFINITION = "crm-2";
  private static final String KIND = "CRM";

  private final SparkSession spark;
  private final Lake lake;
  private final Inbox inbox;
  private final Pseudonyms pseudonyms;
  private final CrmMapping mapping;
  private final IngestSettings settings;
  private final String definition;

  public IngestCrm(
      SparkSession spark,
      Lake lake,
      Inbox inbox,
      Pseudonyms pseudonyms,
      CrmMapping mapping,
      IngestSettings settings) {
    this.spark = spark;
    this.lake = lake;
    this.inbox = inbox;
    this.pseudonyms = pseudonyms;
    this.mapping = mapping;
    this.settings = settings;
    this.definition = DEFINITION + "/" + ContentHash.of(canonical(mapping), settings.zone());
  }

  // sets and maps print in another order in every JVM
  private static String canonical(CrmMapping mapping) {
    Map<String, Object> columns = new TreeMap<>();
    mapping.columns().forEach((kind, fields) -> columns.put(kind.name(), new TreeMap<>(fields)));
    return List.of(
            columns,
            mapping.datePatterns(),
            mapping.decimalStyle(),
            String.valueOf(mapping.defaultCurrency()),
            new TreeSet<>(mapping.wonStages()),
            new TreeSet<>(mapping.lostStages()),
            new TreeMap<>(mapping.buyingRoles()),
            String.valueOf(mapping.snapshotDate()),
            mapping.preset(),
            mapping.exports())
        .toString();
  }

  @Override
  public String name() {
    return "ingest crm";
  }

  @Override
  public Outcome run() {
    Ledger ledger = new Ledger(spark, lake, settings.quarantineLimit());
    Map<String, RawFile> known = ledger.current(KIND);
    List<SourceFile> listing = inbox.list(Part.CRM);
    if (listing.isEmpty() && known.isEmpty()) {
      return new Outcome.Skipped("the input has no folder crm/, or it is empty");
    }
    if (FilePlan.of(listing, known, path -> definition, path -> path).groups().isEmpty()) {
      return new Outcome.NothingToDo("no file is new or changed");
    }

    // exports refer to one another, so a change in one has all of them read: they are small
    Reading reading = new Reading();
    for (SourceFile file : inReadingOrder(listing)) {
      reading.read(file);
    }
    reading.write();
    return ledger.close(reading.files, reading.problems, reading.summary());
  }

  // of two exports of a kind the later one is read last; without a day in its name it is the
  // present
  private List<SourceFile> inReadingOrder(List<SourceFile> listing) {
    List<CrmKind> order =
        List.of(
            CrmKind.ACCOUNTS,
            CrmKind.REPS,
            CrmKind.CONTACTS,
            CrmKind.OPPORTUNITIES,
            CrmKind.OPPORTUNITY_HISTORY);
    return listing.stream()
        .sorted(
            Comparator.comparing(
                    (SourceFile file) ->
                        CrmKind.ofPath(file.path()).map(order::indexOf).orElse(order.size()))
                .thenComparing(this::exportedOn)
                .thenComparing(SourceFile::path))
        .toList();
  }

  private LocalDate exportedOn(SourceFile file) {
    LocalDate undated = mapping.snapshotDate() == null ? LocalDate.MAX : mapping.snapshotDate();
    return SnapshotDate.inName(file.path()).orElse(undated);
  }

  /** Names people by pseudonyms, as transcripts and mails do. */
  private record Names(Pseudonyms pseudonyms) implements PersonIds {
    @Override
    public String ofMailbox(String mailbox) {
      return pseudonyms.person(Pseudonyms.normalisedMailbox(mailbox));
    }

    @Override
    public String ofName(String name) {
      return pseudonyms.person(Pseudonyms.normalisedName(name));
    }
  }

  /** One run's rows, gathered file by file; of two rows of one key the later file's stands. */
  private final class Reading {
    private final CrmReader reader = new CrmReader(mapping, new Names(pseudonyms), settings.zone());
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

    void read(SourceFile file) {
      Optional<CrmKind> kind = CrmKind.ofPath(file.path());
      byte[] content = content(file);
      if (kind.isEmpty() || content == null) {
        quarantine(
            file,
            content == null ? "" : ContentHash.of(content),
            content == null ? "TOO_LARGE" : "UNKNOWN_EXPORT",
            content == null
                ? "larger than ingest.max-file-size"
                : "its name is none of accounts, contacts, reps, opportunities, opportunity_history");
        return;
      }
      try {
        CrmRead<?> read = read(kind.get(), content, file.path());
        String hash = ContentHash.of(content);
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
        quarantine(file, ContentHash.of(content), "BAD_FORMAT", e.getMessage());
      }
    }

    private byte[] content(SourceFile file) {
      try {
        return inbox.read(file).orElse(null);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file.path(), e);
      }
    }

    private CrmRead<?> read(CrmKind kind, byte[] content, String path) throws CrmFormatException {
      return switch (kind) {
        case ACCOUNTS -> kept(reader.accounts(content, path), accounts, Account::accountId);
        case CONTACTS ->
            kept(reader.contacts(content, path, known()), contacts, Contact::contactId);
        case REPS -> kept(reader.reps(content, path), reps, Rep::repId);
        case OPPORTUNITIES -> opportunities(reader.opportunities(content, path, known()));
        case OPPORTUNITY_HISTORY -> {
          CrmRead<OpportunityState> read = reader.history(content, path, known());
          states.addAll(read.rows());
          yield read;
        }
      };
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

    void write() {
      boolean isFull = mapping.exports() == CrmExports.FULL;
      if (isFull) {
        deleteMissing();
      }
      addKnown(isFull);
      List<OpportunityChange> history = OpportunityTimeline.of(states, deletions);
      Set<String> open =
          history.stream()
              .filter(change -> change.validTo() == null)
              .map(OpportunityChange::opportunityId)
              .collect(toSet());
      opportunities.keySet().retainAll(open);
      Lake.together(
          () -> save(Tables.ACCOUNTS, List.copyOf(accounts.values())),
          () -> save(Tables.CONTACTS, List.copyOf(contacts.values())),
          () -> save(Tables.REPS, List.copyOf(reps.values())),
          () -> save(Tables.OPPORTUNITIES, List.copyOf(opportunities.values())),
          () -> save(Tables.OPPORTUNITY_HISTORY, history));
    }

    /** What an earlier run was told stays history, also when today's exports have forgotten it. */
    private void addKnown(boolean isFull) {
      List<OpportunityChange> known = lake.read(Tables.OPPORTUNITY_HISTORY).collectAsList();
      Set<String> told = new HashSet<>(opportunities.keySet());
      deletions.forEach(gone -> told.add(gone.opportunityId()));
      Set<String> ended =
          OpportunityTimeline.deletions(known).stream()
              .map(Deletion::opportunityId)
              .collect(toSet());
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

    private <T extends Record> void save(Table<T> table, List<T> rows) {
      if (!rows.isEmpty()) {
        lake.overwrite(table, spark.createDataset(rows, table.encoder()).coalesce(1));
      }
    }

    String summary() {
      return "%,d accounts, %,d contacts, %,d reps, %,d opportunities"
          .formatted(accounts.size(), contacts.size(), reps.size(), opportunities.size());
    }
  }
}
