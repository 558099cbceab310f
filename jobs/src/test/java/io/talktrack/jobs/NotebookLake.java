package io.talktrack.jobs;

import io.talktrack.call.Speaker;
import io.talktrack.coaching.RepScorecard;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.email.Email;
import io.talktrack.email.EmailThread;
import io.talktrack.email.MailKind;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.jobs.coach.SampleLake;
import io.talktrack.jobs.forecast.Backfill;
import io.talktrack.jobs.forecast.BuildFeatures;
import io.talktrack.metric.BusinessHours;
import io.talktrack.monitoring.JobRun;
import io.talktrack.sentiment.EmailLabel;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A lake in which every table that a notebook reads has rows. */
final class NotebookLake {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
  private static final Instant SENT = Instant.parse("2026-09-03T12:00:00Z");

  static void in(Path folder) {
    Lake lake = SampleLake.coached(folder);
    SampleLake.put(
        lake,
        Tables.QUARANTINE,
        List.of(
            new QuarantinedInput("b.vtt", "hash", "CALL", -1, "NOT_TEXT", "no encoding", 0, 9)));
    SampleLake.put(
        lake,
        Tables.JOB_RUNS,
        List.of(
            new JobRun(
                "run-1",
                "ingest calls",
                SENT,
                SENT.plusSeconds(7),
                "WROTE",
                0,
                "",
                List.of(new JobRun.Counter("files_in", 2)))));
    List<Email> emails = new ArrayList<>(lake.read(Tables.EMAILS).collectAsList());
    emails.add(question());
    SampleLake.put(lake, Tables.EMAILS, emails);
    SampleLake.put(
        lake,
        Tables.EMAIL_THREADS,
        List.of(new EmailThread("t1", DAY, SENT, SENT.plusSeconds(86_400), 2, 1, 1, "v", "v")));
    SampleLake.put(lake, Tables.EMAIL_LABELS, List.of(againstBuying()));
    SampleLake.put(lake, Tables.REP_SCORECARDS, List.of(scorecard()));
    putDeals(lake);

    new BuildFeatures(
            lake,
            DAY,
            ZoneOffset.UTC,
            new BusinessHours(
                ZoneOffset.UTC,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                EnumSet.allOf(DayOfWeek.class)),
            Set.of(),
            Backfill.none())
        .run();
  }

  /** The sample calls belong to o1, which is lost; o2 is open. */
  private static void putDeals(Lake lake) {
    SampleLake.put(
        lake, Tables.OPPORTUNITIES, List.of(deal("o1", true, "price"), deal("o2", false, null)));
    SampleLake.put(
        lake,
        Tables.OPPORTUNITY_HISTORY,
        List.of(
            change("o1", "2026-08-01T00:00:00Z", "2026-09-25T00:00:00Z", "Demo", false),
            change("o1", "2026-09-25T00:00:00Z", null, "Closed Lost", true),
            change("o2", "2026-08-01T00:00:00Z", null, "Demo", false)));
  }

  private static Opportunity deal(String id, boolean isClosed, String lossReason) {
    return new Opportunity(
        id,
        "a1",
        id,
        "R1",
        100_00L,
        "GBP",
        LocalDate.of(2026, 8, 1),
        LocalDate.of(2026, 9, 10),
        isClosed ? "Closed Lost" : "Demo",
        isClosed,
        false,
        lossReason,
        Instant.parse("2026-08-01T00:00:00Z"),
        "v");
  }

  private static OpportunityChange change(
      String id, String from, String to, String stage, boolean isClosed) {
    return new OpportunityChange(
        id,
        Instant.parse(from),
        to == null ? null : Instant.parse(to),
        stage,
        100_00L,
        "GBP",
        LocalDate.of(2026, 9, 10),
        null,
        isClosed,
        false,
        "R1",
        "a1",
        Instant.parse(from),
        "v");
  }

  private static RepScorecard scorecard() {
    return new RepScorecard(
        "R1",
        "North",
        LocalDate.of(2026, 9, 1),
        2,
        List.of(new RepScorecard.Average("talk_ratio_of_speech", "ratio", 0.5, 1, 0, 0.6)),
        1,
        1,
        1.0,
        0.5,
        0.8,
        0.7,
        null,
        null,
        "v");
  }

  private static Email question() {
    return new Email(
        "m4",
        LocalDate.of(2026, 9, 3),
        "t1",
        SENT,
        SENT,
        Speaker.CUSTOMER,
        "p_cora",
        "acre.test",
        List.of(),
        List.of(),
        List.of(),
        "Re: offer",
        List.of("Can it wait?"),
        "",
        "",
        "en",
        MailKind.PERSON,
        null,
        true,
        0,
        0,
        "m4",
        List.of(),
        "key",
        "emails/m4.eml",
        "v",
        "v");
  }

  private static EmailLabel againstBuying() {
    return new EmailLabel(
        "m4",
        LocalDate.of(2026, 9, 3),
        0,
        Speaker.CUSTOMER,
        "en",
        "SCORED",
        new TextLabels("NEUTRAL", 0.1, 0.8, 0.1, "NEGATIVE", 0.9, 0.1, 0, "NONE", 0.9, List.of()),
        "key",
        "bundle",
        "fp32",
        "cpu",
        "test",
        "v",
        "v");
  }

  private NotebookLake() {}
}
