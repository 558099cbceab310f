package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;

import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Rep;
import io.talktrack.email.Email;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.Inbox.Part;
import io.talktrack.inbox.InboxReader;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.jobs.ingest.ReadMail.Mail;
import io.talktrack.language.Languages;
import io.talktrack.mail.MailKinds;
import io.talktrack.mail.Maildir;
import io.talktrack.model.Sentences;
import io.talktrack.privacy.Directory;
import io.talktrack.privacy.NameSource;
import io.talktrack.privacy.NameSpotter;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.privacy.RestrictedText;
import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Tables;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Reads mail into e-mails and threads. */
public final class IngestEmails implements Job {
  /** Changes whenever reading or redacting changes what a table holds. */
  private static final String DEFINITION = "emails-7";

  private static final String KIND = "EMAIL";

  /** What threading told of a mail. */
  private record Place(String thread, Speaker side, String version) implements Serializable {}

  private final SparkSession spark;
  private final Lake lake;
  private final Inbox inbox;
  private final Pseudonyms pseudonyms;
  private final IngestSettings settings;
  private final Optional<DayRange> again;
  private final RestrictedTexts restricted;
  private final String definition;

  public IngestEmails(
      SparkSession spark, Lake lake, Inbox inbox, Pseudonyms pseudonyms, IngestSettings settings) {
    this(spark, lake, inbox, pseudonyms, settings, Optional.empty());
  }

  /**
   * @param again days whose e-mails are read anew
   */
  public IngestEmails(
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
        "%s/%s/%s/%s/%s"
            .formatted(
                DEFINITION,
                MailKinds.version(),
                settings.zone(),
                new TreeSet<>(settings.ownDomains()),
                settings.names().version());
  }

  @Override
  public String name() {
    return "ingest emails";
  }

  @Override
  public Outcome run() {
    Ledger ledger = new Ledger(spark, lake, settings.quarantineLimit());
    Map<String, RawFile> known = ledger.current(KIND);
    List<SourceFile> listing = mails(inbox.listWithin(Part.EMAILS, known));
    if (listing.isEmpty() && known.isEmpty()) {
      return new Outcome.Skipped("the input has no folder emails/, or it is empty");
    }
    Directory people = CrmNames.in(lake);
    String reading = CrmNames.definitionOf(restricted.originals().definitionOf(definition), people);
    List<SourceFile> changed =
        changed(listing, known, reading, again.map(days -> behind(days, known)).orElse(Set.of()));
    MailSides sides = sides();
    if (changed.isEmpty() && !sides.changes(lake.readWithout(Email.KEPT, Tables.EMAILS))) {
      return new Outcome.NothingToDo("no file is new or changed").onDays(again);
    }

    Dataset<ReadMail> read = read(changed, people).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return write(read, ledger, sides, known, reading);
    } finally {
      read.unpersist();
    }
  }

  /** The files of the days' e-mails, and those of which the lake should hold more than it has. */
  private Set<String> behind(DayRange days, Map<String, RawFile> known) {
    List<PathAndDay> mails =
        lake.read(Tables.EMAILS)
            .select(col("path"), col("email_date").as("day"))
            .as(RecordEncoder.of(PathAndDay.class))
            .collectAsList();
    Map<String, Long> held = mails.stream().collect(groupingBy(PathAndDay::path, counting()));
    Stream<String> ofDays =
        mails.stream().filter(mail -> days.contains(mail.day())).map(PathAndDay::path);
    Stream<String> lost =
        known.values().stream()
            .filter(file -> file.recordsProcessed() > held.getOrDefault(file.path(), 0L))
            .map(RawFile::path);
    return Stream.concat(ofDays, lost).collect(toSet());
  }

  /** Where an e-mail stands and when it was sent. */
  public record PathAndDay(String path, LocalDate day) {}

  // a file that changed may have lost a mail of which another file holds a copy
  private static List<SourceFile> changed(
      List<SourceFile> listing, Map<String, RawFile> known, String reading, Set<String> again) {
    Set<String> paths =
        FilePlan.of(
                listing.stream().map(IngestEmails::named).toList(),
                known,
                path -> reading,
                path -> path,
                again)
            .groups()
            .keySet();
    boolean canLoseMails = paths.stream().anyMatch(known::containsKey);
    return listing.stream()
        .filter(
            file ->
                paths.contains(named(file).path())
                    || (canLoseMails && known.get(named(file).path()).recordsDuplicate() > 0))
        .toList();
  }

  // a mail that was seen or answered has another name in a Maildir, but is the same file
  static SourceFile named(SourceFile file) {
    return new SourceFile(Maildir.withoutFlags(file.path()), file.length(), file.modifiedMillis());
  }

  /** The files that can hold mails, each once; found twice under a name, the first counts. */
  static List<SourceFile> mails(List<SourceFile> listing) {
    Set<String> litter = Maildir.litter(listing.stream().map(SourceFile::path).toList());
    Map<String, SourceFile> byName = new TreeMap<>();
    listing.stream()
        .filter(file -> !litter.contains(file.path()))
        .forEach(file -> byName.putIfAbsent(named(file).path(), file));
    return List.copyOf(byName.values());
  }

  private MailSides sides() {
    Set<String> reps = new HashSet<>();
    lake.read(Tables.REPS).collectAsList().stream().map(Rep::personId).forEach(reps::add);
    Set<String> contacts = new HashSet<>();
    lake.read(Tables.CONTACTS).collectAsList().stream()
        .map(Contact::personId)
        .forEach(contacts::add);
    return new MailSides(reps, contacts, settings.ownDomains());
  }

  private Dataset<ReadMail> read(List<SourceFile> files, Directory people) {
    MailReader reader =
        new MailReader(settings.zone(), pseudonyms, people, restricted.originals(), definition);
    Inbox source = inbox;
    NameSource names = settings.names();
    int tasks = Math.max(1, Math.min(files.size(), spark.sparkContext().defaultParallelism() * 4));
    return spark
        .createDataset(files, RecordEncoder.of(SourceFile.class))
        .repartition(tasks)
        .mapPartitions(
            (MapPartitionsFunction<SourceFile, ReadMail>)
                part -> {
                  Languages languages = Languages.load();
                  NameSpotter spotter = names.spotter();
                  List<ReadMail> mails = new ArrayList<>();
                  try (InboxReader contents = source.reader()) {
                    while (part.hasNext()) {
                      SourceFile file = part.next();
                      mails.add(reader.read(file, contents.read(file), languages, spotter));
                    }
                  }
                  return mails.iterator();
                },
            RecordEncoder.of(ReadMail.class));
  }

  private Outcome write(
      Dataset<ReadMail> read,
      Ledger ledger,
      MailSides sides,
      Map<String, RawFile> known,
      String reading) {
    List<ReadMail> heads =
        read.map(
                (MapFunction<ReadMail, ReadMail>) ReadMail::withoutBodies,
                RecordEncoder.of(ReadMail.class))
            .collectAsList();
    Set<String> readPaths = new HashSet<>();
    heads.forEach(head -> readPaths.add(head.path()));
    List<SilentMail> silent = silent(lake.read(Tables.EMAILS));
    List<Email> before = silent.stream().map(SilentMail::mail).toList();
    Map<String, String> pathOfMail = winners(heads, before, readPaths);

    List<SilentMail> kept =
        silent.stream()
            .filter(one -> one.mail().path().equals(pathOfMail.get(one.mail().emailId())))
            .filter(one -> !readPaths.contains(one.mail().path()))
            .toList();
    Map<String, String> pathOfRead = new HashMap<>(pathOfMail);
    pathOfRead.values().retainAll(readPaths);
    Dataset<Email> spoken =
        emails(read, pathOfRead, definition).persist(StorageLevel.MEMORY_AND_DISK());
    List<SilentMail> fresh;
    MailThreads threads;
    try {
      List<SilentMail> written = silent(spoken);
      fresh = written;
      threads = MailThreads.of(kept, fresh, sides);
      SortedSet<LocalDate> days = threads.daysThatDiffer(silent);
      again.ifPresent(range -> days.addAll(daysOf(written, range)));
      keepOriginals(before, kept, written, originals(read, pathOfRead));
      replace(days, threads, kept, spoken);
    } finally {
      spoken.unpersist();
    }

    Instant now = Instant.now();
    List<RawFile> files = new ArrayList<>();
    List<QuarantinedInput> problems = new ArrayList<>();
    for (ReadMail head : heads) {
      Set<String> own = new HashSet<>();
      long duplicates =
          head.mails().stream()
              .filter(
                  mail ->
                      !head.path().equals(pathOfMail.get(mail.emailId()))
                          || !own.add(mail.emailId()))
              .count();
      files.add(head.asRawFile(KIND, reading, duplicates, now));
      problems.addAll(head.problems());
    }
    // a copy that came later under a smaller name makes a copy of what stood for the mail so far
    before.stream()
        .filter(mail -> !readPaths.contains(mail.path()))
        .filter(mail -> !mail.path().equals(pathOfMail.get(mail.emailId())))
        .collect(groupingBy(Email::path, TreeMap::new, counting()))
        .forEach((path, lost) -> files.add(known.get(path).withMoreDuplicates(lost, now)));
    return ledger.close(
        files,
        problems,
        "%,d%s e-mails%s"
            .formatted(
                threads.changed(silent),
                again.isPresent() ? " new or changed" : "",
                marked(fresh.stream().map(SilentMail::mail).toList())));
  }

  private void replace(
      SortedSet<LocalDate> days,
      MailThreads threads,
      List<SilentMail> kept,
      Dataset<Email> spoken) {
    if (days.isEmpty()) {
      return;
    }
    Set<String> stay =
        kept.stream()
            .map(SilentMail::mail)
            .filter(mail -> days.contains(mail.emailDate()))
            .map(Email::emailId)
            .collect(toSet());
    Dataset<Email> unchanged =
        lake.read(Tables.EMAILS, days)
            .filter((FilterFunction<Email>) mail -> stay.contains(mail.emailId()));
    Lake.together(
        () -> lake.replace(Tables.EMAILS, days, placed(unchanged.union(spoken), threads.on(days))),
        () ->
            lake.overwrite(
                Tables.EMAIL_THREADS,
                spark.createDataset(threads.threads(definition), Tables.EMAIL_THREADS.encoder())));
  }

  private static List<LocalDate> daysOf(List<SilentMail> mails, DayRange range) {
    return mails.stream().map(silent -> silent.mail().emailDate()).filter(range::contains).toList();
  }

  private void keepOriginals(
      List<Email> before,
      List<SilentMail> kept,
      List<SilentMail> fresh,
      Dataset<RestrictedText> texts) {
    Set<String> untouched = kept.stream().map(one -> one.mail().emailId()).collect(toSet());
    restricted.replace(
        Source.EMAIL,
        before.stream()
            .filter(mail -> !untouched.contains(mail.emailId()))
            .collect(toMap(Email::emailId, Email::emailDate)),
        fresh.stream().map(SilentMail::mail).collect(toMap(Email::emailId, Email::emailDate)),
        texts);
  }

  private static List<SilentMail> silent(Dataset<Email> emails) {
    return emails
        .map((MapFunction<Email, SilentMail>) SilentMail::of, RecordEncoder.of(SilentMail.class))
        .collectAsList();
  }

  private static Dataset<Email> placed(Dataset<Email> emails, List<Email> places) {
    Map<String, Place> byId = new HashMap<>();
    places.forEach(
        mail ->
            byId.put(
                mail.emailId(), new Place(mail.threadId(), mail.side(), mail.sourceVersion())));
    return emails
        .filter((FilterFunction<Email>) mail -> byId.containsKey(mail.emailId()))
        .map(
            (MapFunction<Email, Email>)
                mail -> {
                  Place place = byId.get(mail.emailId());
                  return mail.placed(place.thread(), place.side(), place.version());
                },
            Tables.EMAILS.encoder());
  }

  /** How many of the mails each rule marked, in words; nothing where none did. */
  static String marked(List<Email> mails) {
    Map<String, Long> byRule =
        mails.stream()
            .filter(mail -> mail.kindRule() != null)
            .collect(
                groupingBy(
                    mail -> "%s by %s".formatted(mail.kind(), mail.kindRule()),
                    TreeMap::new,
                    counting()));
    return byRule.isEmpty()
        ? ""
        : byRule.entrySet().stream()
            .map(rule -> "%,d %s".formatted(rule.getValue(), rule.getKey()))
            .collect(joining(", ", " (", ")"));
  }

  /** Per mail the smallest path that holds it: the order of arrival decides nothing. */
  static Map<String, String> winners(
      List<ReadMail> heads, List<Email> before, Set<String> readPaths) {
    Map<String, String> paths = new HashMap<>();
    for (ReadMail head : heads) {
      for (Mail mail : head.mails()) {
        paths.merge(mail.emailId(), head.path(), IngestEmails::smaller);
      }
    }
    for (Email mail : before) {
      if (!readPaths.contains(mail.path())) {
        paths.merge(mail.emailId(), mail.path(), IngestEmails::smaller);
      }
    }
    return paths;
  }

  private static String smaller(String left, String right) {
    return left.compareTo(right) <= 0 ? left : right;
  }

  private static Dataset<Email> emails(
      Dataset<ReadMail> read, Map<String, String> pathOfMail, String definition) {
    return read.flatMap(
        (FlatMapFunction<ReadMail, Email>)
            file -> {
              Sentences sentences = new Sentences();
              return ofRecord(file, pathOfMail).stream()
                  .map(
                      mail ->
                          email(
                              file.path(),
                              mail,
                              sentences.of(mail.body(), mail.language()),
                              definition))
                  .iterator();
            },
        Tables.EMAILS.encoder());
  }

  private static Dataset<RestrictedText> originals(
      Dataset<ReadMail> read, Map<String, String> pathOfMail) {
    return read.flatMap(
        (FlatMapFunction<ReadMail, RestrictedText>)
            file ->
                ofRecord(file, pathOfMail).stream()
                    .flatMap(mail -> mail.originals().stream())
                    .iterator(),
        Tables.RESTRICTED_TEXTS.encoder());
  }

  /** The mails of which this file's copy counts, each once. */
  private static List<Mail> ofRecord(ReadMail file, Map<String, String> pathOfMail) {
    Set<String> seen = new HashSet<>();
    return file.mails().stream()
        .filter(mail -> file.path().equals(pathOfMail.get(mail.emailId())))
        .filter(mail -> seen.add(mail.emailId()))
        .toList();
  }

  private static Email email(String path, Mail mail, List<String> sentences, String definition) {
    return new Email(
        mail.emailId(),
        mail.emailDate(),
        null,
        mail.sentAt(),
        mail.sentAt(),
        Speaker.UNKNOWN,
        mail.fromPersonId(),
        mail.fromDomain(),
        mail.toPersonIds(),
        mail.ccPersonIds(),
        mail.otherDomains(),
        mail.subject(),
        sentences,
        mail.quoted(),
        mail.signature(),
        mail.language(),
        mail.kind(),
        mail.kindRule(),
        sentences.stream().anyMatch(sentence -> sentence.contains("?") || sentence.contains("？")),
        mail.quotedCharacters(),
        mail.attachmentCount(),
        mail.messageKey(),
        mail.referenceKeys(),
        mail.subjectKey(),
        path,
        mail.contentHash(),
        definition);
  }
}
