package io.talktrack.jobs.forecast;

import io.talktrack.call.Call;
import io.talktrack.call.CallLink;
import io.talktrack.call.Participant;
import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.email.Email;
import io.talktrack.email.MailKind;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.metric.CallMetric;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import io.talktrack.tracker.TrackerHit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;

/** Rows of tables about deals of June 2026 with only what matters to a test. */
final class DealSketch {
  private final List<Opportunity> opportunities = new ArrayList<>();
  private final List<OpportunityChange> history = new ArrayList<>();
  private final List<Contact> contacts = new ArrayList<>();
  private final List<CallLink> links = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Participant> participants = new ArrayList<>();
  private final List<CallMetric> metrics = new ArrayList<>();
  private final List<PlaybookScore> playbookScores = new ArrayList<>();
  private final List<Email> emails = new ArrayList<>();
  private final List<Objection> objections = new ArrayList<>();
  private final List<TrackerHit> trackerHits = new ArrayList<>();

  static LocalDate june(int day) {
    return LocalDate.of(2026, 5, 31).plusDays(day);
  }

  static Instant at(int day, int hour) {
    return june(day).atTime(hour, 0).toInstant(ZoneOffset.UTC);
  }

  DealSketch opportunity(String id, int createdDay) {
    opportunities.add(
        new Opportunity(
            id,
            "ACC-1",
            id,
            "R01",
            null,
            null,
            june(createdDay),
            null,
            "Discovery",
            false,
            false,
            null,
            at(createdDay, 9),
            "v"));
    return this;
  }

  DealSketch change(String id, Instant at, String stage) {
    return change(id, at, stage, "ACC-1");
  }

  DealSketch change(String id, Instant at, String stage, String account) {
    history.add(
        new OpportunityChange(
            id,
            at,
            null,
            stage,
            100_00L,
            "GBP",
            june(40),
            "pipeline",
            stage.startsWith("Closed"),
            stage.equals("Closed Won"),
            "R01",
            account,
            at,
            "v" + at));
    return this;
  }

  DealSketch contact(String personId, String account, String role, int day) {
    contacts.add(
        new Contact(
            "C-" + personId,
            account,
            personId,
            null,
            "Ann Example",
            null,
            role,
            at(day, 9),
            "v" + personId));
    return this;
  }

  /** A call of a deal, null for none; a customer who is null could not be told from others. */
  DealSketch call(String callId, String deal, Instant end, String... customers) {
    LocalDate day = end.atZone(ZoneOffset.UTC).toLocalDate();
    calls.add(
        new Call(
            callId,
            day,
            end.minusSeconds(1800),
            end,
            callId + ".vtt",
            null,
            "webvtt",
            null,
            "en",
            1_800_000L,
            40,
            "h",
            "h",
            "v" + callId,
            "d"));
    links.add(
        new CallLink(
            Source.CALL, callId, day, "R01", "ACC-1", deal, "SIDE_CAR", 1, "v" + callId, "d"));
    voice(callId, day, 1, "rep-1", Speaker.REP);
    for (int i = 0; i < customers.length; i++) {
      voice(callId, day, i + 2, customers[i], Speaker.CUSTOMER);
    }
    return this;
  }

  private void voice(String callId, LocalDate day, int no, String person, Speaker side) {
    participants.add(
        new Participant(
            callId, day, no, null, person, side, "REP_NAME", 1, List.of(), "v" + callId, "d"));
  }

  DealSketch metric(String callId, int day, String name, Double value) {
    metrics.add(
        new CallMetric(
            callId,
            june(day),
            name,
            value,
            "ratio",
            value == null ? "UNAVAILABLE" : "MEASURED",
            null,
            null,
            null,
            name,
            "1",
            "v" + callId));
    return this;
  }

  DealSketch playbook(
      String callId, int day, String playbook, String criterion, Double score, double weight) {
    playbookScores.add(
        new PlaybookScore(
            callId,
            june(day),
            playbook,
            "discovery",
            criterion,
            score == null ? "ABSTAINED" : score > 0 ? "MET" : "NOT_MET",
            score,
            weight,
            false,
            null,
            null,
            "v" + callId,
            "d"));
    return this;
  }

  DealSketch thread(String threadId, String deal, int day) {
    links.add(
        new CallLink(
            Source.EMAIL, threadId, june(day), "R01", "ACC-1", deal, "ADDRESS", 0.9, "v", "d"));
    return this;
  }

  DealSketch email(String emailId, String threadId, Instant sent, Speaker side, String from) {
    emails.add(
        new Email(
            emailId,
            sent.atZone(ZoneOffset.UTC).toLocalDate(),
            threadId,
            sent,
            sent,
            side,
            from,
            "example.com",
            List.of(),
            List.of(),
            List.of(),
            "s",
            List.of("Hello."),
            "",
            "",
            "en",
            MailKind.PERSON,
            null,
            false,
            0,
            0,
            null,
            List.of(),
            null,
            emailId + ".eml",
            "v" + emailId,
            "d"));
    return this;
  }

  DealSketch objection(
      Source source, String sourceId, int day, ObjectionType type, Boolean isResolved) {
    objections.add(
        new Objection(
            sourceId + type,
            source,
            sourceId,
            june(day),
            7,
            0,
            10,
            type,
            0.9,
            Stance.OBJECTION,
            null,
            null,
            isResolved,
            List.of(),
            null,
            null,
            "v",
            "d"));
    return this;
  }

  DealSketch hit(String tracker, String callId, int day, int start) {
    trackerHits.add(
        new TrackerHit(
            tracker,
            Source.CALL,
            callId,
            june(day),
            3,
            start,
            start + 5,
            Speaker.CUSTOMER,
            "v",
            "d"));
    return this;
  }

  DealTables tables() {
    return new DealTables(
        rows(opportunities, Tables.OPPORTUNITIES),
        rows(history, Tables.OPPORTUNITY_HISTORY),
        rows(contacts, Tables.CONTACTS),
        rows(links, Tables.CALL_LINKS),
        rows(calls, Tables.CALLS),
        rows(participants, Tables.PARTICIPANTS),
        rows(metrics, Tables.CALL_METRICS),
        rows(playbookScores, Tables.PLAYBOOK_SCORES),
        rows(emails, Tables.EMAILS),
        rows(objections, Tables.OBJECTIONS),
        rows(trackerHits, Tables.TRACKER_HITS));
  }

  /** Writes the tables that have rows, as the stages before would. */
  void saveTo(Lake lake) {
    save(lake, Tables.OPPORTUNITIES, opportunities);
    save(lake, Tables.OPPORTUNITY_HISTORY, history);
    save(lake, Tables.CONTACTS, contacts);
    save(lake, Tables.CALL_LINKS, links);
    save(lake, Tables.CALLS, calls);
    save(lake, Tables.PARTICIPANTS, participants);
    save(lake, Tables.EMAILS, emails);
    save(lake, Tables.OBJECTIONS, objections);
  }

  private static <T extends Record> void save(Lake lake, Table<T> table, List<T> rows) {
    if (!rows.isEmpty()) {
      lake.overwrite(table, rows(rows, table));
    }
  }

  private static <T extends Record> Dataset<T> rows(List<T> rows, Table<T> table) {
    return LocalSpark.session().createDataset(rows, table.encoder()).coalesce(1);
  }
}
