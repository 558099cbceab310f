package io.talktrack.jobs.ingest;

import io.talktrack.crm.CrmMapping;
import io.talktrack.crm.CrmReader;
import io.talktrack.crm.LatestRows;
import io.talktrack.crm.MergedExports;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.crm.PersonIds;
import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.Inbox.Part;
import io.talktrack.inbox.InboxReader;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.privacy.Directory;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/** Reads CRM exports into accounts, contacts, reps, opportunities and their history. */
public final class IngestCrm implements Job {
  private static final String DEFINITION = "crm-3";
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
    List<SourceFile> listing = inbox.listWithin(Part.CRM, known);
    if (listing.isEmpty() && known.isEmpty()) {
      return new Outcome.Skipped("the input has no folder crm/, or it is empty");
    }
    if (FilePlan.of(listing, known, path -> definition, path -> path).groups().isEmpty()) {
      return new Outcome.NothingToDo("no file is new or changed");
    }

    // exports refer to one another, so a change in one has all of them read: they are small
    try (InboxReader contents = inbox.reader()) {
      GatheredCrm gathered =
          new GatheredCrm(
              contents,
              new MergedExports(
                  new CrmReader(mapping, new Names(pseudonyms), settings.zone()),
                  mapping.exports()),
              definition);
      inReadingOrder(listing, mapping).forEach(gathered::read);
      return write(gathered, ledger);
    }
  }

  /** The people in an input's exports, before anything of it is in a lake. */
  public static Directory people(Inbox inbox, CrmMapping mapping, ZoneId zone) {
    try (InboxReader contents = inbox.reader()) {
      GatheredCrm gathered =
          new GatheredCrm(
              contents,
              new MergedExports(new CrmReader(mapping, new Unnamed(), zone), mapping.exports()),
              DEFINITION);
      inReadingOrder(inbox.listWithin(Part.CRM, Map.of()), mapping).forEach(gathered::read);
      return Directory.of(gathered.exports().names());
    }
  }

  private static List<SourceFile> inReadingOrder(List<SourceFile> listing, CrmMapping mapping) {
    return listing.stream()
        .sorted(Comparator.comparing(SourceFile::path, MergedExports.readingOrder(mapping)))
        .toList();
  }

  /** Names people by pseudonyms, as transcripts and mails do. */
  private record Names(Pseudonyms pseudonyms) implements PersonIds {
    @Override
    public String ofMailbox(String mailbox) {
      return of(Pseudonyms.normalisedMailbox(mailbox));
    }

    @Override
    public String ofName(String name) {
      return of(Pseudonyms.normalisedName(name));
    }

    private String of(String normalised) {
      return normalised.isBlank() ? null : pseudonyms.person(normalised);
    }
  }

  /** For reading names alone, when nothing is stored that would need another name. */
  private record Unnamed() implements PersonIds {
    @Override
    public String ofMailbox(String mailbox) {
      return mailbox;
    }

    @Override
    public String ofName(String name) {
      return name;
    }
  }

  private Outcome write(GatheredCrm gathered, Ledger ledger) {
    MergedExports exports = gathered.exports();
    List<OpportunityChange> history =
        exports.history(lake.read(Tables.OPPORTUNITY_HISTORY).collectAsList());
    List<Opportunity> opportunities = exports.opportunities(history);
    Lake.together(
        () -> saveIfTold(Tables.ACCOUNTS, exports.accounts()),
        () -> saveIfTold(Tables.CONTACTS, exports.contacts()),
        () -> saveIfTold(Tables.REPS, exports.reps()),
        () -> {
          // with a history and without an opportunity, all of them are deleted
          if (!history.isEmpty()) {
            save(Tables.OPPORTUNITIES, opportunities);
            save(Tables.OPPORTUNITY_HISTORY, history);
          }
        });
    return ledger.close(
        gathered.files(),
        gathered.problems(),
        "%,d accounts, %,d contacts, %,d reps, %,d opportunities"
            .formatted(
                exports.accounts().rows().size(),
                exports.contacts().rows().size(),
                exports.reps().rows().size(),
                opportunities.size()));
  }

  // where all rows are deleted the table is empty, where no export tells of one it stays
  private <T extends Record> void saveIfTold(Table<T> table, LatestRows<T> rows) {
    if (!rows.isEmpty()) {
      save(table, rows.rows());
    }
  }

  private <T extends Record> void save(Table<T> table, List<T> rows) {
    lake.overwrite(table, spark.createDataset(rows, table.encoder()).coalesce(1));
  }
}
