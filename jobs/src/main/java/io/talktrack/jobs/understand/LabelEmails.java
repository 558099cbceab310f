package io.talktrack.jobs.understand;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.talktrack.call.Source;
import io.talktrack.email.Email;
import io.talktrack.identity.ContentHash;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.objection.EmailAnswers;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.sentiment.EmailLabel;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Tables;
import io.talktrack.table.Work;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** Labels every sentence of an e-mail, and finds the objections that customers wrote. */
public final class LabelEmails implements Job {
  private final SparkSession spark;
  private final Lake lake;
  private final Bundles bundles;
  private final byte[] secret;
  private final Optional<DayRange> again;

  /**
   * @param again days to label anew
   */
  public LabelEmails(
      SparkSession spark, Lake lake, Bundles bundles, byte[] secret, Optional<DayRange> again) {
    this.spark = spark;
    this.lake = lake;
    this.bundles = bundles;
    this.secret = secret.clone();
    this.again = again;
  }

  @Override
  public String name() {
    return "understand emails";
  }

  @Override
  public Outcome run() {
    if (!lake.exists(Tables.EMAILS)) {
      return new Outcome.Skipped("there are no e-mails yet");
    }
    String definition = EmailAnswers.definitionVersion(bundles.definition());
    Work work = lake.pending(Tables.EMAILS, Tables.EMAIL_LABELS, "email_id", definition, again);
    if (work.isEmpty()) {
      return new Outcome.NothingToDo("every e-mail is labelled by these bundles").onDays(again);
    }

    Labelling labelling = new Labelling(spark, lake, bundles, secret);
    Dataset<Email> ofDays = emails().filter(col("email_date").isin(work.days().toArray()));
    Dataset<Unit> units = labelling.keyed(units(ofDays)).persist();
    try {
      labelling.fill(units);
      Dataset<EmailLabel> labels =
          labelling
              .label(units)
              .map(
                  (MapFunction<LabelledUnit, EmailLabel>) unit -> unit.asEmailLabel(definition),
                  Tables.EMAIL_LABELS.encoder());
      long objections = writeObjections(labels, work.days());
      lake.replace(Tables.EMAIL_LABELS, work.days(), labels);
      return new Outcome.Wrote(
          String.format(
              Locale.ROOT,
              "%,d sentences labelled, %,d objections in e-mails",
              units.count(),
              objections),
          labelling.counters());
    } finally {
      units.unpersist();
    }
  }

  /** What authors wrote, without what they quote and how they sign. */
  private Dataset<Email> emails() {
    return lake.readWithout(Email.KEPT, Tables.EMAILS);
  }

  // a reply changes what became of an objection in an older mail, so threads are taken whole
  private long writeObjections(Dataset<EmailLabel> fresh, SortedSet<LocalDate> days) {
    Dataset<EmailLabel> all =
        fresh.union(
            lake.read(Tables.EMAIL_LABELS).filter(not(col("email_date").isin(days.toArray()))));
    Dataset<Email> emails = emails();
    List<Objection> objections =
        objections(emails, all, bundles.thresholds(), bundles.definition()).collectAsList();
    // also a day that holds no mail any more
    SortedSet<LocalDate> everyDay = new TreeSet<>(days);
    emails
        .select("email_date")
        .distinct()
        .collectAsList()
        .forEach(row -> everyDay.add(LocalDate.parse(row.get(0).toString())));
    lake.replace(
        Tables.OBJECTIONS,
        everyDay,
        Source.EMAIL,
        spark.createDataset(objections, Tables.OBJECTIONS.encoder()).coalesce(1));
    return objections.size();
  }

  static Dataset<Unit> units(Dataset<Email> emails) {
    return emails.flatMap(
        (FlatMapFunction<Email, Unit>)
            mail -> {
              List<Unit> units = new ArrayList<>();
              // a mail without words still gets a row, or it would be work for ever
              List<String> sentences = mail.sentences().isEmpty() ? List.of("") : mail.sentences();
              for (int sentence = 0; sentence < sentences.size(); sentence++) {
                units.add(
                    new Unit(
                        mail.emailId(),
                        mail.emailDate(),
                        sentence,
                        mail.side(),
                        mail.language(),
                        sentences.get(sentence),
                        null,
                        null,
                        null,
                        mail.sourceVersion()));
              }
              return units.iterator();
            },
        RecordEncoder.of(Unit.class));
  }

  /** A mail and the labels of its sentences. */
  public record LabelledMail(Email email, List<EmailLabel> labels) {}

  static Dataset<Objection> objections(
      Dataset<Email> emails,
      Dataset<EmailLabel> labels,
      Map<String, ObjectionThresholds> thresholds,
      String model) {
    Dataset<LabelledMail> mails =
        emails
            .groupByKey((MapFunction<Email, String>) Email::emailId, Encoders.STRING())
            .cogroup(
                labels.groupByKey(
                    (MapFunction<EmailLabel, String>) EmailLabel::emailId, Encoders.STRING()),
                (CoGroupFunction<String, Email, EmailLabel, LabelledMail>)
                    (id, mail, sentences) -> {
                      List<EmailLabel> own = new ArrayList<>();
                      sentences.forEachRemaining(own::add);
                      List<LabelledMail> result = new ArrayList<>();
                      mail.forEachRemaining(one -> result.add(new LabelledMail(one, own)));
                      return result.iterator();
                    },
                RecordEncoder.of(LabelledMail.class));
    return mails
        .groupByKey(
            (MapFunction<LabelledMail, String>) mail -> mail.email().threadId(), Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, LabelledMail, ThreadObjections>)
                (thread, own) -> {
                  List<LabelledMail> inThread = new ArrayList<>();
                  own.forEachRemaining(inThread::add);
                  return new ThreadObjections(ofThread(inThread, thresholds, model));
                },
            RecordEncoder.of(ThreadObjections.class))
        .flatMap(
            (FlatMapFunction<ThreadObjections, Objection>) found -> found.objections().iterator(),
            Tables.OBJECTIONS.encoder());
  }

  /** What customers objected to in one thread. */
  public record ThreadObjections(List<Objection> objections) {}

  private static List<Objection> ofThread(
      List<LabelledMail> thread, Map<String, ObjectionThresholds> thresholds, String model) {
    List<Email> mails =
        thread.stream()
            .map(LabelledMail::email)
            .sorted(Comparator.comparing(Email::sentAt).thenComparing(Email::emailId))
            .toList();
    Map<String, Map<Integer, TextLabels>> labels = new HashMap<>();
    for (LabelledMail mail : thread) {
      Map<Integer, TextLabels> sentences = new HashMap<>();
      for (EmailLabel label : mail.labels()) {
        if (label.labels() != null) {
          sentences.put(label.sentenceNo(), label.labels());
        }
      }
      labels.put(mail.email().emailId(), sentences);
    }
    return EmailAnswers.of(
        mails,
        labels,
        thresholds,
        ContentHash.of(mails.stream().map(Email::sourceVersion).sorted().toArray()),
        model);
  }
}
