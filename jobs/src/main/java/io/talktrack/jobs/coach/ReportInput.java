package io.talktrack.jobs.coach;

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
import io.talktrack.table.ParallelReading;
import io.talktrack.table.Tables;
import io.talktrack.tracker.KeyPhrase;
import io.talktrack.tracker.TrackerHit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * All that a report is made of: every table read once, without the times of words and what mails
 * quote.
 */
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
  static ReportInput read(Lake lake) {
    try (ParallelReading reading = new ParallelReading(lake)) {
      CompletableFuture<List<Call>> calls = reading.of(Tables.CALLS);
      CompletableFuture<List<CallLink>> links = reading.of(Tables.CALL_LINKS);
      CompletableFuture<List<Turn>> turns = reading.without(List.of("words"), Tables.TURNS);
      CompletableFuture<List<TurnLabel>> labels = reading.of(Tables.TURN_LABELS);
      CompletableFuture<List<CallMetric>> metrics = reading.of(Tables.CALL_METRICS);
      CompletableFuture<List<Objection>> objections = reading.of(Tables.OBJECTIONS);
      CompletableFuture<List<PlaybookScore>> scores = reading.of(Tables.PLAYBOOK_SCORES);
      CompletableFuture<List<PlaybookEvidence>> evidence = reading.of(Tables.PLAYBOOK_EVIDENCE);
      CompletableFuture<List<TrackerHit>> trackerHits = reading.of(Tables.TRACKER_HITS);
      CompletableFuture<List<KeyPhrase>> keyPhrases = reading.of(Tables.KEY_PHRASES);
      CompletableFuture<List<Insight>> insights = reading.of(Tables.COACHING_INSIGHTS);
      CompletableFuture<List<Email>> emails = reading.without(Email.KEPT, Tables.EMAILS);
      CompletableFuture<List<Rep>> reps = reading.of(Tables.REPS);
      CompletableFuture<List<Contact>> contacts = reading.of(Tables.CONTACTS);
      CompletableFuture<List<Account>> accounts = reading.of(Tables.ACCOUNTS);
      CompletableFuture<List<Opportunity>> opportunities = reading.of(Tables.OPPORTUNITIES);
      CompletableFuture<List<RawFile>> files = reading.of(Tables.RAW_FILES);
      return new ReportInput(
          calls.join(),
          links.join(),
          turns.join(),
          labels.join(),
          metrics.join(),
          objections.join(),
          scores.join(),
          evidence.join(),
          trackerHits.join(),
          keyPhrases.join(),
          insights.join(),
          emails.join(),
          reps.join(),
          contacts.join(),
          accounts.join(),
          opportunities.join(),
          FileCounts.of(files.join()));
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
}
