package io.talktrack.jobs.coach;

import static org.apache.spark.sql.functions.array;

import io.talktrack.call.Call;
import io.talktrack.call.CallLink;
import io.talktrack.call.Turn;
import io.talktrack.coaching.Insight;
import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.Rep;
import io.talktrack.email.Email;
import io.talktrack.inbox.RawFile;
import io.talktrack.metric.CallMetric;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.sentiment.TurnLabel;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import io.talktrack.tracker.KeyPhrase;
import io.talktrack.tracker.TrackerHit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;

/** All that a report is made of: every table whole, read once. */
record ReportInput(
    List<Call> calls,
    List<CallLink> links,
    List<Turn> turns,
    List<TurnLabel> labels,
    List<CallMetric> metrics,
    List<Objection> objections,
    List<PlaybookScore> scores,
    List<PlaybookEvidence> evidence,
    List<TrackerHit> trackerHits,
    List<KeyPhrase> keyPhrases,
    List<Insight> insights,
    List<Email> emails,
    List<Rep> reps,
    List<Contact> contacts,
    List<Account> accounts,
    List<Opportunity> opportunities,
    FileCounts files) {
  private static final int READERS = 4;

  static ReportInput read(Lake lake) {
    // most of a small table's time is waiting for Spark to plan and start
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      Reading reading = new Reading(lake, readers);
      Future<List<Call>> calls = reading.of(Tables.CALLS);
      Future<List<CallLink>> links = reading.of(Tables.CALL_LINKS);
      Future<List<Turn>> turns = reading.of(Tables.TURNS, ReportInput::withoutWords);
      Future<List<TurnLabel>> labels = reading.of(Tables.TURN_LABELS);
      Future<List<CallMetric>> metrics = reading.of(Tables.CALL_METRICS);
      Future<List<Objection>> objections = reading.of(Tables.OBJECTIONS);
      Future<List<PlaybookScore>> scores = reading.of(Tables.PLAYBOOK_SCORES);
      Future<List<PlaybookEvidence>> evidence = reading.of(Tables.PLAYBOOK_EVIDENCE);
      Future<List<TrackerHit>> trackerHits = reading.of(Tables.TRACKER_HITS);
      Future<List<KeyPhrase>> keyPhrases = reading.of(Tables.KEY_PHRASES);
      Future<List<Insight>> insights = reading.of(Tables.COACHING_INSIGHTS);
      Future<List<Email>> emails = reading.of(Tables.EMAILS);
      Future<List<Rep>> reps = reading.of(Tables.REPS);
      Future<List<Contact>> contacts = reading.of(Tables.CONTACTS);
      Future<List<Account>> accounts = reading.of(Tables.ACCOUNTS);
      Future<List<Opportunity>> opportunities = reading.of(Tables.OPPORTUNITIES);
      Future<List<RawFile>> files = reading.of(Tables.RAW_FILES);
      return new ReportInput(
          all(calls),
          all(links),
          all(turns),
          all(labels),
          all(metrics),
          all(objections),
          all(scores),
          all(evidence),
          all(trackerHits),
          all(keyPhrases),
          all(insights),
          all(emails),
          all(reps),
          all(contacts),
          all(accounts),
          all(opportunities),
          FileCounts.of(all(files)));
    } finally {
      readers.shutdownNow();
    }
  }

  /** Changes with any row, and with nothing else. */
  String fingerprint() {
    return Fingerprint.of(
        Stream.concat(
                Stream.of(
                        calls,
                        links,
                        turns,
                        labels,
                        metrics,
                        objections,
                        scores,
                        evidence,
                        trackerHits,
                        keyPhrases,
                        insights,
                        emails,
                        reps,
                        contacts,
                        accounts,
                        opportunities)
                    .flatMap(List::stream),
                Stream.of(files))
            .toList());
  }

  // the report shows turns, and single words with their times are most of a turn's bytes
  private static Dataset<Turn> withoutWords(Dataset<Turn> turns) {
    return turns
        .withColumn("words", array().cast(turns.schema().apply("words").dataType()))
        .as(Tables.TURNS.encoder());
  }

  private record Reading(Lake lake, ExecutorService readers) {
    <T extends Record> Future<List<T>> of(Table<T> table) {
      return of(table, UnaryOperator.identity());
    }

    <T extends Record> Future<List<T>> of(Table<T> table, UnaryOperator<Dataset<T>> cut) {
      return readers.submit(() -> cut.apply(lake.read(table)).collectAsList());
    }
  }

  private static <T> List<T> all(Future<List<T>> rows) {
    try {
      return rows.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The reading of the tables was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot read a table of the lake", e.getCause());
    }
  }
}
